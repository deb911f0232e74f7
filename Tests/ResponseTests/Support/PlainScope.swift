import Response
import Vocabulary

/// The scope by the plainest reading of the entries: no scanner, no threads, sets of tuples.
struct PlainScope {
    struct Key: Hashable {
        let practice: PracticeID
        let subject: SubjectID
        let tier: Tier
    }

    private(set) var keys: Set<Key> = []
    private(set) var dormant: Set<Key> = []
    private(set) var after: Set<Key> = []

    init(_ entries: some Sequence<LedgerEntry>, _ query: ScopeQuery) {
        var held: [PracticeID: Set<SubjectID>] = [:]
        for entry in entries {
            guard let practice = entry.link?.practice else { continue }
            switch entry.event {
            case .patient(let body): held[practice, default: []].insert(body.subject)
            case .erase(let body): held[practice]?.remove(body.subject)
            case .export(let body):
                guard query.asksForNobody, PlainScope.isIn(entry, query, gateway: nil) else { continue }
                for subject in held[practice] ?? [] where body.covers(subject) {
                    for tier in Tier.allCases { add(entry, practice, subject, tier, false, query) }
                }
            case .release(let body):
                guard let subject = body.subject, PlainScope.matches(entry, body, query) else { continue }
                add(entry, practice, subject, body.tier, body.dormant, query)
            default: continue
            }
        }
    }

    private mutating func add(
        _ entry: LedgerEntry, _ practice: PracticeID, _ subject: SubjectID, _ tier: Tier, _ isDormant: Bool,
        _ query: ScopeQuery
    ) {
        let key = Key(practice: practice, subject: subject, tier: tier)
        keys.insert(key)
        if isDormant { dormant.insert(key) }
        if let contained = query.contained, entry.time > contained { after.insert(key) }
    }

    private static func isIn(_ entry: LedgerEntry, _ query: ScopeQuery, gateway: GatewayID?) -> Bool {
        let early: Int64 = query.gateways.isEmpty ? 0 : 900_000
        let from = query.from.map { entry.time.milliseconds >= $0.milliseconds - early } ?? true
        let through = query.through.map { entry.time <= $0 } ?? true
        let isPractice = query.practices.isEmpty || entry.link.map { query.practices.contains($0.practice) } ?? false
        return from && through && isPractice
            && (query.gateways.isEmpty || gateway.map(query.gateways.contains) ?? false)
    }

    private static func matches(_ entry: LedgerEntry, _ body: Release, _ query: ScopeQuery) -> Bool {
        guard isIn(entry, query, gateway: body.gateway) else { return false }
        if !query.members.isEmpty || !query.clients.isEmpty {
            switch body.holder {
            case .member(let id): guard query.members.contains(id) else { return false }
            case .client(let id): guard query.clients.contains(id) else { return false }
            }
        }
        let partner = query.partners.isEmpty || body.partner.map(query.partners.contains) ?? false
        let grant = query.grants.isEmpty || body.grant.map(query.grants.contains) ?? false
        return partner && grant && (query.sessions.isEmpty || query.sessions.contains(body.session))
    }
}
