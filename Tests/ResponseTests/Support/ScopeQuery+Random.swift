import Response
import Vocabulary

extension ScopeQuery {
    /// A question of one kind or several about a ledger.
    static func random(_ ledger: SmallLedger, _ numbers: inout SeededNumbers) -> ScopeQuery {
        var query = ScopeQuery()
        let practice = ledger.practices.randomElement(using: &numbers) ?? .random()
        switch Int.random(in: 0..<7, using: &numbers) {
        case 0: query.practices = [practice]
        case 1: query.members = Set((ledger.members[practice] ?? []).prefix(1))
        case 2: query.sessions = Set(ledger.sessions.values.prefix(2))
        case 3: query.gateways = Set(ledger.gateways.prefix(1))
        case 4: query.partners = [ledger.partner]
        case 5: query.grants = [ledger.grant]
        default: break
        }
        let times = ledger.entries.map(\.time)
        if Bool.random(using: &numbers) { query.from = times.randomElement(using: &numbers) }
        if Bool.random(using: &numbers) { query.through = times.randomElement(using: &numbers) }
        if Bool.random(using: &numbers) { query.contained = times.randomElement(using: &numbers) }
        return query
    }
}
