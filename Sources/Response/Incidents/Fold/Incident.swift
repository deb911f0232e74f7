import Vocabulary

/// An incident: the fold of its own events, each of which follows the one before it by its hash.
///
/// A practice can run one alone: nothing here needs the vendor, a ledger or a key. Nothing is ever taken back; of statements
/// that contradict each other all are kept (``contradictions``), and clocks follow the stricter one.
public struct Incident: Sendable {
    /// How it began.
    public let opening: IncidentOpening
    /// All events, in order.
    public internal(set) var events: [IncidentEvent]
    /// The hash of the last event: whoever notes it down can tell later whether anything before was changed.
    public internal(set) var head: IncidentHash
    /// Bytes of all lines, their ends included.
    public internal(set) var size: Int
    /// Since when each party is said to have been aware, in the order of the statements.
    public internal(set) var awareness: [IncidentParty: [Stated<IncidentAwareness>]] = [:]
    /// What happened, in the order of the statements.
    public internal(set) var entries: [Stated<IncidentEntry>] = []
    /// What is to be done and what is done, in the order in which it was added.
    public internal(set) var tasks: [IncidentTaskState] = []
    /// What was decided.
    public internal(set) var decisions: [Stated<IncidentDecision>] = []
    /// The query of its scope; nil until one is set.
    public internal(set) var scope: Stated<String>?
    /// Notifications that left.
    public internal(set) var notifications: [Stated<IncidentNotification>] = []
    /// The same, by practice.
    var sent: [PracticeID: [Stated<IncidentNotification>]] = [:]
    /// Its end; nil while it is open.
    public internal(set) var closing: Stated<IncidentClosing>?

    /// Opens an incident. Throws what ``IncidentEvent/read(_:)`` finds wrong with the opening.
    public init(_ opening: IncidentOpening, by author: IncidentAuthor, at moment: Timestamp) throws(IncidentError) {
        let content = IncidentEvent.Content.opened(opening)
        try self.init(
            first: IncidentEvent(number: 1, moment: moment, author: author, previous: .none, content: content))
    }

    /// Begins with an event of its stream, which must be the opening.
    init(first event: IncidentEvent) throws(IncidentError) {
        guard case .opened(let opening) = event.content else { throw IncidentError(.notOpened, line: 1) }
        guard event.number == 1 else { throw IncidentError(.number, "n", line: 1) }
        guard event.previous == .none else { throw IncidentError(.chain, "prev", line: 1) }
        let line = try Incident.checked(event)
        self.opening = opening
        (events, head, size) = ([event], IncidentHash(of: line), line.count + 1)
    }

    /// The incident's id.
    public var id: IncidentID { opening.incident }

    /// When it was opened.
    public var opened: Timestamp { events.first?.moment ?? Timestamp(milliseconds: 0) }

    /// Whether it was closed.
    public var isClosed: Bool { closing != nil }

    /// What happened, as it happened: evidence of every grade, joined in time and in nothing else.
    public var timeline: [Stated<IncidentEntry>] {
        entries.sorted { ($0.value.moment, $0.number) < ($1.value.moment, $1.number) }
    }

    /// Since when a party was aware: the earliest moment that is stated; nil when nothing is.
    public func aware(_ party: IncidentParty) -> Timestamp? { awareness[party]?.map(\.value.moment).min() }

    /// What was sent by a duty about a practice, in the order of the statements.
    public func notifications(_ duty: IncidentNotification.Duty, of practice: PracticeID)
        -> [Stated<IncidentNotification>]
    {
        sent[practice, default: []].filter { $0.value.duty == duty }
    }
}
