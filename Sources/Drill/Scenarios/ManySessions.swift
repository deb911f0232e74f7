import BrokerAPI
import Vocabulary

/// 1,500 stolen keys of a hundred practices: all at once for an hour, which closes the tripwire; then low and slow for 30 days,
/// always a little below it.
struct ManySessions: Scenario {
    let title = "1,500 sessions"
    private static let hours: [Int64] = [0, 1, 2, 3]

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        try await Arena.run(copyOf: base, world) { arena in
            let practices = try await Town(arena: arena).build()
            let bounds = try await arena.bounds()
            let loud = try await loud(arena, practices, bounds)
            try await arena.advance(seconds: 40 * 86_400)
            return [loud, try await slow(arena, practices, bounds)]
        }
    }

    private static let had =
        "the keys of \(Town.practices * Town.physicians) physicians of \(Town.practices) practices, \(Town.patients) patients each; "
        + "all limits are a \(Town.share)th of the standard ones"

    private func loud(
        _ arena: Arena, _ practices: [DrillPractice], _ bounds: Bounds
    ) async throws -> ScenarioOutcome {
        let (start, mark) = (try await arena.now(), try arena.ledger().size())
        var gang = Gang(arena, practices)
        var rounds = 0
        while !gang.isShut, rounds < 12 {
            try await gang.take(each: 1)
            rounds += 1
        }
        let seconds = try await arena.now().seconds - start.seconds
        // Another hour of asking changes nothing while it is closed.
        for _ in 0..<3 { try await gang.take(each: 1) }
        let opened = try arena.ledger().releases(from: mark).opened(by: nil)
        return ScenarioOutcome(
            "1,500 sessions at once, 1 hour",
            had: ManySessions.had + "; the tripwire \(gang.isShut ? "closed" : "stayed open")",
            opened: opened, bound: Dictionary(uniqueKeysWithValues: Tier.allCases.map { ($0, bounds.tripwireHour) }),
            containedAfter: gang.isShut ? seconds : nil, and: gang.isShut)
    }

    private func slow(
        _ arena: Arena, _ practices: [DrillPractice], _ bounds: Bounds
    ) async throws -> ScenarioOutcome {
        let (start, mark) = (try await arena.now(), try arena.ledger().size())
        var gang = Gang(arena, practices)
        // A sliding day may touch one hour more than there are in a day.
        let anHour = min(bounds.tripwireHour - 1, (bounds.tripwireDay - 1) / (ManySessions.hours.count + 1))
        for day in 0..<Int64(30) {
            var asked = 0
            for hour in ManySessions.hours {
                try await arena.advance(to: start.adding(seconds: day * 86_400 + hour * 3_610 + (day == 0 ? 0 : 60)))
                asked += try await gang.take(each: 1, limit: anHour)
            }
            // Every session asked for every patient of its practice.
            if asked == 0 { break }
        }
        return try outcome(arena, bounds, mark, isShut: gang.isShut)
    }

    private func outcome(
        _ arena: Arena, _ bounds: Bounds, _ mark: UInt64, isShut: Bool
    ) throws -> ScenarioOutcome {
        let (releases, sessions) = (try arena.ledger().releases(from: mark), Town.practices * Town.physicians)
        let byHolder = releases.byHolder()
        let broken = byHolder.values.filter { opened in
            Tier.allCases.contains { opened[$0] ?? 0 > bounds.session(.physician, $0, .month) }
        }
        var (opened, bound): ([Tier: Int], [Tier: Int]) = ([:], [:])
        for tier in Tier.allCases {
            opened[tier] = byHolder.values.reduce(0) { $0 + ($1[tier] ?? 0) }
            bound[tier] = sessions * bounds.session(.physician, tier, .month)
        }
        let alerts = try alerted(arena, mark)
        return ScenarioOutcome(
            "1,500 sessions low and slow, 30 days",
            had: ManySessions.had
                + "; \(releases.opened(by: nil)[.identity] ?? 0) distinct patients, \(broken.count) of \(byHolder.count) sessions over their "
                + "bound, the tripwire \(isShut ? "closed meanwhile" : "stayed open"), \(alerts.holders) sessions named by alerts, "
                + "the first on day \(alerts.day)",
            opened: opened, bound: bound, containedAfter: alerts.seconds, and: broken.isEmpty)
    }

    /// The sessions that alerts name, and when the first did: seconds after the first entry, and which day.
    private func alerted(_ arena: Arena, _ mark: UInt64) throws -> (holders: Int, seconds: Int64?, day: Int64) {
        var (start, first): (Timestamp?, Timestamp?) = (nil, nil)
        var holders: Set<Holder> = []
        try arena.ledger().forEach(from: mark) { entry in
            start = start ?? entry.time
            guard case .alert(let alert) = entry.event, let holder = alert.holder else { return }
            first = first ?? entry.time
            holders.insert(holder)
        }
        let seconds = start.flatMap { start in first.map { $0.seconds - start.seconds } }
        return (holders.count, seconds, (seconds ?? 0) / 86_400 + 1)
    }
}
