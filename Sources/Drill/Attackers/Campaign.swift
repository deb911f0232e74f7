import BrokerAPI
import Vocabulary

/// A theft that goes on for hours and days: each hour the thief takes what there is, until a day gives no more.
struct Campaign {
    private static let hour: Int64 = 3_600
    var thief: Thief
    let victims: [Victim]
    let dormant: [Victim]
    /// When it began, and where the ledger stood then.
    let start: Timestamp
    let mark: UInt64

    init(_ thief: Thief, _ victims: [Victim], dormant: [Victim]) async throws {
        self.thief = thief
        self.victims = victims
        self.dormant = dormant
        start = try await thief.arena.now()
        mark = try thief.arena.ledger().size()
    }

    /// Goes on until so many days after the start; `daily` is done once a day, after the hours that still gave something.
    mutating func run(days: Int64, daily: (inout Thief, Int) async throws -> Void = { _, _ in }) async throws {
        for day in 0..<days {
            let morning = start.adding(seconds: day * 86_400 + (day == 0 ? 0 : 60))
            try await thief.arena.advance(to: morning)
            var hours: Int64 = 0
            while try await thief.sweep(victims), hours < 12 {
                if hours == 0 { _ = try await thief.take(Array(dormant.dropFirst(Int(day) * 3).prefix(3)), .record) }
                hours += 1
                try await thief.arena.advance(seconds: Campaign.hour / 2)
                try await thief.stir()
                try await thief.arena.advance(to: morning.adding(seconds: hours * (Campaign.hour + 1)))
            }
            try await daily(&thief, Int(day))
        }
    }

    /// Seconds until the first refusal.
    var containedAfter: Int64? { thief.refusedAt.map { $0.seconds - start.seconds } }

    /// What the ledger says left the broker within a window, against the bound; what was seen must be less.
    func outcome(
        _ name: String, had: String, _ window: WindowName, bound: [Tier: Int]? = nil, and condition: Bool = true
    ) throws -> ScenarioOutcome {
        let bounds = thief.arena.world.bounds
        let end = start.adding(milliseconds: window.milliseconds)
        let releases = try thief.arena.ledger().releases(from: mark)
        let opened = releases.opened(by: [thief.account.id], before: end)
        let dormant = releases.dormant(by: thief.account.id, before: end)
        let all = releases.opened(by: [thief.account.id])
        let isExplained = Tier.allCases.allSatisfy { thief.seen[$0]?.count ?? 0 <= all[$0] ?? 0 }
        let role = thief.account.role
        return ScenarioOutcome(
            name, had: had + "; dormant patients \(dormant) of at most \(bounds.dormant(role, window))", opened: opened,
            bound: bound ?? bounds.session(role, window), containedAfter: containedAfter,
            and: condition && isExplained && dormant <= bounds.dormant(role, window))
    }
}
