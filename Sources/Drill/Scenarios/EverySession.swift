import BrokerAPI
import Vocabulary

/// Every membership and client of every practice at once, for 30 days, slowly enough to be frozen nowhere.
struct EverySession: Scenario {
    let title = "every session at once, low and slow"

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        try await Arena.run(copyOf: base, world) { arena in
            var raiders = arena.world.practices.flatMap { practice in
                practice.accounts.enumerated().map { place, account in
                    Raider(
                        arena, account, EverySession.rotated(practice.crowd.map(\.patient), place))
                }
            }
            let (start, mark) = (try await arena.now(), try arena.ledger().size())
            var refusedAt: Timestamp?
            for day in 0..<Int64(30) {
                for hour in [0, 1, 2, 5, 9] as [Int64] {
                    try await arena.advance(to: start.adding(seconds: day * 86_400 + hour * 3_610))
                    for index in raiders.indices { _ = try await raiders[index].sweep() }
                    if refusedAt == nil, raiders.contains(where: { $0.reason != nil }) {
                        refusedAt = try await arena.now()
                    }
                }
            }
            let releases = try arena.ledger().releases(from: mark)
            return [try outcome(arena.world, releases, refusedAt.map { $0.seconds - start.seconds })]
        }
    }

    /// Each session begins elsewhere in the list, so that together they see as many patients as they can.
    private static func rotated(_ patients: [PatientID], _ place: Int) -> [PatientID] {
        guard !patients.isEmpty else { return [] }
        let start = place * 997 % patients.count
        return Array(patients[start...] + patients[..<start])
    }

    private func outcome(_ world: World, _ releases: Releases, _ seconds: Int64?) throws -> ScenarioOutcome {
        let accounts = world.practices.flatMap(\.accounts)
        let byHolder = releases.byHolder()
        let broken = accounts.filter { account in
            Tier.allCases.contains { byHolder[account.id]?[$0] ?? 0 > world.bounds.session(account.role, $0, .month) }
        }
        let overfull = world.practices.filter { practice in
            let people = Set(practice.accounts.filter(\.role.isMembership).map(\.id))
            let opened = releases.opened(in: practice.id, by: people)
            return Tier.allCases.contains { opened[$0] ?? 0 > world.bounds.people(of: practice, $0) }
        }
        var (opened, bound): ([Tier: Int], [Tier: Int]) = ([:], [:])
        for tier in Tier.allCases {
            opened[tier] = accounts.reduce(0) { $0 + (byHolder[$1.id]?[tier] ?? 0) }
            bound[tier] = accounts.reduce(0) { $0 + world.bounds.session($1.role, tier, .month) }
        }
        let patients = releases.opened(by: nil)[.identity] ?? 0
        return ScenarioOutcome(
            "every session at once, 30 days",
            had:
                "the keys of all \(accounts.count) memberships and clients of \(world.practices.count) practices and the gateway; "
                + "\(EverySession.most(world, byHolder)); sums over sessions, \(patients) distinct patients of all; "
                + "\(broken.count) sessions over their bound, \(overfull.count) practices over theirs",
            opened: opened, bound: bound, containedAfter: seconds, and: broken.isEmpty && overfull.isEmpty)
    }

    /// The most that any one session of each role opened, with its bound.
    private static func most(_ world: World, _ byHolder: [String: [Tier: Int]]) -> String {
        let accounts = world.practices.flatMap(\.accounts)
        return Role.allCases.compactMap { role in
            let most = accounts.filter { $0.role == role }.map { byHolder[$0.id]?[.identity] ?? 0 }.max()
            return most.map { "a \(role.rawValue) \($0) of \(world.bounds.session(role, .identity, .month))" }
        }.joined(separator: ", ")
    }
}
