import JSONTree
import Vocabulary

/// What became of one attack.
public struct ScenarioOutcome: Sendable {
    /// Short and fixed, in the order of the drill.
    public let name: String
    /// What the attacker was given, and what a reader should know of the figures.
    public let attackerHad: String
    /// Distinct patients whose keys left the broker, per tier.
    public let opened: [Tier: Int]
    /// The bound that was printed before.
    public let bound: [Tier: Int]
    /// Simulated seconds until the first refusal; 0 where nothing was ever handed out, nil where nothing was ever refused.
    public let containedAfter: Int64?
    /// What the watchtower made of the scenario's ledger, all its outcomes together.
    enum Watched: Sendable {
        /// It took no part.
        case not
        /// It found nothing.
        case nothing
        /// What it found first.
        case found(Sighting)
    }

    private(set) var watched = Watched.not
    /// Whether the bound, and whatever else the scenario demands, held.
    public let held: Bool

    init(
        _ name: String, had attackerHad: String, opened: [Tier: Int] = [:], bound: [Tier: Int] = [:],
        containedAfter: Int64? = 0, and condition: Bool = true
    ) {
        self.name = name
        self.attackerHad = attackerHad
        self.opened = opened
        self.bound = bound
        self.containedAfter = containedAfter
        held = condition && Tier.allCases.allSatisfy { opened[$0] ?? 0 <= bound[$0] ?? 0 }
    }

    /// The same with what the watchtower saw.
    func seen(_ watched: Watched) -> ScenarioOutcome {
        var outcome = self
        outcome.watched = watched
        return outcome
    }

    /// What the table says of the watchtower; nil when it took no part.
    var sighting: String? {
        switch watched {
        case .not: nil
        case .nothing: "watchtower: nothing"
        case .found(let sighting): "watchtower: \(sighting.text)"
        }
    }

    /// As `drill --json` prints it.
    var json: JSONValue {
        let noticed: JSONValue = if case .found(let sighting) = watched { sighting.json } else { .null }
        return [
            "watchtower": noticed,
            "name": .string(name), "attacker_had": .string(attackerHad),
            "patients_opened": ScenarioOutcome.json(opened),
            "bound": ScenarioOutcome.json(bound),
            "contained_after_s": containedAfter.map { .number(JSONNumber($0)) } ?? .null, "held": .bool(held),
        ]
    }

    private static func json(_ tiers: [Tier: Int]) -> JSONValue {
        .object(
            JSONObject(Tier.allCases.map { .init(key: $0.word, value: .number(JSONNumber(Int64(tiers[$0] ?? 0)))) }))
    }
}
