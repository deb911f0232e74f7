import Vocabulary

/// Whose releases a scope counts. What names nothing leaves it open; several names of one kind are *or*, several kinds
/// are *and*.
public struct ScopeQuery: Hashable, Sendable {
    /// Practices.
    public var practices: Set<PracticeID> = []
    /// Memberships.
    public var members: Set<MemberID> = []
    /// Clients.
    public var clients: Set<ClientID> = []
    /// Partners.
    public var partners: Set<PartnerID> = []
    /// Sessions.
    public var sessions: Set<SessionID> = []
    /// Gateways: each also with what it was given in the 15 minutes before ``from``, as it may still hold those keys.
    public var gateways: Set<GatewayID> = []
    /// Grants, by their ids.
    public var grants: Set<String> = []
    /// The first moment; nil for the ledger's beginning.
    public var from: Timestamp?
    /// The last moment; nil for the ledger's end.
    public var through: Timestamp?
    /// When it was contained: what was released later is told apart. It narrows nothing.
    public var contained: Timestamp?

    /// How long a gateway keeps a key (DESIGN §7): milliseconds.
    public static let heldMilliseconds: Int64 = 900_000
    /// Most names of one kind.
    public static let maximumNames = 100_000

    /// A query that leaves everything open.
    public init() {}

    /// Whether it asks for no holder, session or way: then exports of the practices are in it too.
    public var asksForNobody: Bool {
        members.isEmpty && clients.isEmpty && partners.isEmpty && sessions.isEmpty && gateways.isEmpty
            && grants.isEmpty
    }

    /// Narrowed to one practice and those of its holders and sessions that are `present`, so that it tells nothing of
    /// others; it counts the same there. Where none of a kind is present, an id that nobody has stands for all.
    func narrowed(to practice: PracticeID, _ present: PresentHolders) -> ScopeQuery {
        func narrowed<Kind>(_ asked: Set<ID<Kind>>, _ here: Set<ID<Kind>>) -> Set<ID<Kind>> {
            guard !asked.isEmpty else { return [] }
            let both = asked.intersection(here)
            return both.isEmpty ? [ID(high: 0, low: 0)] : both
        }
        var query = self
        query.practices = [practice]
        query.sessions = narrowed(sessions, present.sessions)
        query.members = narrowed(members, present.members)
        query.clients = narrowed(clients, present.clients)
        return query
    }

    /// Whether its moments leave an interval.
    var isOrdered: Bool { zip(from.map { [$0] } ?? [], through.map { [$0] } ?? []).allSatisfy { $0 <= $1 } }

    /// The first moment of which anything is counted.
    var earliest: Int64 {
        guard let from else { return Int64.min }
        return gateways.isEmpty ? from.milliseconds : from.milliseconds - ScopeQuery.heldMilliseconds
    }

    /// Whether a moment lies in the interval.
    func covers(_ time: Int64) -> Bool { time >= earliest && time <= through?.milliseconds ?? Int64.max }
}
