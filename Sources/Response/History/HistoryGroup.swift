import Vocabulary

/// What one account did with a record in one way on one day: repeats are one entry.
struct HistoryGroup: Sendable {
    /// By what events are of one group.
    struct Key: Hashable, Sendable {
        let day: CivilDate
        let holder: String
        let action: HistoryAction
        /// Whether a key was released of which nothing shows that it was used to show something.
        let isUnshown: Bool
    }

    let key: Key
    /// Moments, of what was shown or written where that is known.
    private(set) var moments: [Timestamp] = []
    private(set) var tiers: Tiers = []
    private(set) var sources: Set<AuditedEvent.Source> = []
    private(set) var isEmergency = false
    private(set) var isExpected = false
    private(set) var reason: String?

    init(_ key: Key) { self.key = key }

    /// How long after one another events still are one visit to the record: as long as a gateway keeps a key (DESIGN §7).
    static let visitMilliseconds = ScopeQuery.heldMilliseconds

    var first: Timestamp { moments.min() ?? Timestamp(milliseconds: 0) }
    var last: Timestamp { moments.max() ?? Timestamp(milliseconds: 0) }

    /// How many times: events close to one another are one.
    var times: Int {
        let sorted = moments.sorted()
        return zip(sorted, sorted.dropFirst()).reduce(sorted.isEmpty ? 0 : 1) { count, pair in
            pair.1.milliseconds - pair.0.milliseconds > HistoryGroup.visitMilliseconds ? count + 1 : count
        }
    }

    /// Takes an event of the group.
    mutating func add(_ event: AuditedEvent) {
        moments.append(event.time)
        tiers.formUnion(event.tiers)
        isEmergency = isEmergency || event.operation == "emergency"
        reason = reason ?? event.reason
        note(event)
    }

    /// Takes what a release says of an opening that the group has from the other log.
    mutating func note(_ event: AuditedEvent) {
        sources.insert(event.source)
        isEmergency = isEmergency || event.purpose == .emergency
        isExpected = isExpected || event.isExpected
    }
}
