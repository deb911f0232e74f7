import Vocabulary

/// What the ledger holds of keys released of a person, to whom a query asks for: made of AuditEvents.
public struct ClaimReleases: Hashable, Sendable {
    /// Releases to one membership or client.
    public struct ByHolder: Hashable, Sendable {
        /// How many.
        public internal(set) var releases: Int64 = 0
        /// The first.
        public internal(set) var first: Timestamp
        /// The last.
        public internal(set) var last: Timestamp
    }

    /// By the id of a membership or client.
    public private(set) var holders: [String: ByHolder] = [:]
    /// Of which tiers.
    public private(set) var tiers: Tiers = []

    /// Nothing yet.
    public init() {}

    /// Whether no key was released.
    public var isEmpty: Bool { holders.isEmpty }
    /// How many there were.
    public var count: Int64 { holders.values.reduce(0) { $0 + $1.releases } }
    /// The first moment.
    public var first: Timestamp? { holders.values.map(\.first).min() }
    /// The last moment.
    public var last: Timestamp? { holders.values.map(\.last).max() }

    /// Counts an event when it is a release of the ledger that the query asks for.
    public mutating func add(_ event: AuditedEvent, _ query: ScopeQuery) {
        guard event.isRelease, query.covers(event.time.milliseconds), ClaimReleases.matches(event, query) else {
            return
        }
        var own = holders[event.holder] ?? ByHolder(first: event.time, last: event.time)
        own.releases += 1
        (own.first, own.last) = (min(own.first, event.time), max(own.last, event.time))
        holders[event.holder] = own
        tiers.formUnion(event.tiers)
    }

    /// Counts what others hold.
    mutating func add(_ other: ClaimReleases) {
        tiers.formUnion(other.tiers)
        for (holder, theirs) in other.holders {
            var own = holders[holder] ?? ByHolder(first: theirs.first, last: theirs.last)
            own.releases += theirs.releases
            (own.first, own.last) = (min(own.first, theirs.first), max(own.last, theirs.last))
            holders[holder] = own
        }
    }

    private static func matches(_ event: AuditedEvent, _ query: ScopeQuery) -> Bool {
        let isOfSession = query.sessions.isEmpty || event.session.map(query.sessions.contains) ?? false
        guard isOfSession else { return false }
        if query.members.isEmpty && query.clients.isEmpty { return true }
        // An AuditEvent does not say whether a holder is a membership or a client; ids are random, so none is both.
        let isMember = MemberID(event.holder).map(query.members.contains) ?? false
        return isMember || ClientID(event.holder).map(query.clients.contains) ?? false
    }
}
