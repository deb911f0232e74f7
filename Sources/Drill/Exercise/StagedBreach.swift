import BrokerAPI
import Detection
import JSONTree
import Vocabulary

/// A breach staged for an exercise on a running copy of a demonstration: one physician's session of every practice is stolen
/// at once while honest people work, a rule finds it in the ledger, and everything is frozen.
public struct StagedBreach: Sendable {
    /// What a practice's thief saw in the answers, tier by tier: the truth that a scope is held against.
    public struct Loss: Sendable {
        /// The practice.
        public let practice: PracticeID
        /// Whose session was stolen.
        public let member: MemberID
        /// Distinct patients of whom something was seen.
        public internal(set) var seen: [Tier: Int] = [:]
        /// Distinct patients of whom some care was seen: by its looks, a sensitive diagnosis, which is sealed as restricted,
        /// is one like any other.
        public internal(set) var seenCare = 0
    }

    /// Every practice's loss, in the demonstration's order.
    public let losses: [Loss]
    /// When the thieves began, by the broker's time.
    public let began: Timestamp
    /// When a rule's first finding spoke of it; nil when none did.
    public let found: Timestamp?
    /// That rule's name.
    public let rule: String?
    /// When all was frozen.
    public let contained: Timestamp
    /// Requests of thieves that were answered after that: none, if containment holds.
    public let afterwards: Int

    /// Plays it.
    /// - Parameters:
    ///   - installation: A copy that does not run yet; it runs when this returns.
    ///   - demo: What its `demo.json` says.
    ///   - rules: What the watchtower looks for.
    ///   - progress: Told what goes on.
    public static func play(
        on installation: any DrillInstallation, demo: JSONValue, rules: RuleSet,
        progress: @escaping @Sendable (String) -> Void
    ) async throws -> StagedBreach {
        var world = try World(demo, rules: rules)
        for index in world.practices.indices {
            world.practices[index].residents = try await installation.patients(of: world.practices[index].id)
        }
        try await installation.start()
        return try await Arena.run(on: installation, world) { try await play($0, progress) }
    }

    private static func play(
        _ arena: Arena, _ progress: @escaping @Sendable (String) -> Void
    ) async throws -> StagedBreach {
        let (mark, began) = (try arena.ledger().size(), try await arena.now())
        progress("\(arena.world.practices.count) sessions are stolen, and everybody works")
        let thieves = try await each(arena.world.practices, arena) { try await BreachThief.work($0, $1) }
        let sighting = try arena.world.watchpost?.sighting(try arena.ledger(), from: mark)
        progress(sighting.map { "found: \($0.text)" } ?? "no rule found it")
        guard
            case .done = try await arena.admin.admin(
                .freeze(scope: .installation, practice: nil, holder: nil, reason: "breach"))
        else { throw DrillError("freeze") }
        let contained = try await arena.now()
        progress("contained")
        let late = try await each(Array(thieves.prefix(50)), arena) { try await $0.again($1) }
        // Until no gateway holds a key any more, and the access logs' heads of that time are entered.
        try await arena.advance(seconds: 2 * 3_600)
        guard case .done = try await arena.admin.admin(.index) else { throw DrillError("index") }
        return StagedBreach(
            losses: thieves.map(\.loss), began: began, found: sighting.map(\.time), rule: sighting?.rule,
            contained: contained, afterwards: late.reduce(0, +))
    }

    /// Runs `body` for each, sixteen at a time; the results in their order.
    private static func each<Item: Sendable, Result: Sendable>(
        _ items: [Item], _ arena: Arena, _ body: @escaping @Sendable (Item, Arena) async throws -> Result
    ) async throws -> [Result] {
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var (results, next) = ([Int: Result](), 0)
            while next < items.count || !group.isEmpty {
                while next < items.count, next - results.count < 16 {
                    group.addTask { [next] in (next, try await body(items[next], arena)) }
                    next += 1
                }
                if let (place, result) = try await group.next() { results[place] = result }
            }
            return items.indices.compactMap { results[$0] }
        }
    }
}
