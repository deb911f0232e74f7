import JSONTree
import Vocabulary

/// What became of all attacks.
public struct DrillReport: Sendable {
    /// In the order in which they were played.
    public internal(set) var outcomes: [ScenarioOutcome] = []

    /// Whether every bound held.
    public var held: Bool { outcomes.allSatisfy(\.held) }

    /// `{"scenarios":[…]}` (DESIGN §12).
    public var json: JSONValue { ["scenarios": .array(outcomes.map(\.json))] }

    /// A table for people: two lines a scenario, columns of identity, contact, medical and restricted.
    public var table: String {
        var lines = [
            "                                                opened / bound: identity      contact      medical   restricted"
        ]
        for outcome in outcomes {
            let columns = Tier.allCases.map { tier in
                DrillReport.right("\(outcome.opened[tier] ?? 0)/\(outcome.bound[tier] ?? 0)", 13)
            }
            let seconds = outcome.containedAfter.map { "\($0) s" } ?? "never"
            let name = DrillReport.left((outcome.held ? "held  " : "BROKE ") + outcome.name, 54)
            lines.append(name + columns.joined() + "   contained after \(seconds)")
            lines.append("      " + outcome.attackerHad)
            if let sighting = outcome.sighting { lines.append("      " + sighting) }
        }
        let broken = outcomes.count { !$0.held }
        lines.append(
            broken == 0 ? "\(outcomes.count) scenarios, all held" : "\(outcomes.count) scenarios, \(broken) BROKE")
        return lines.joined(separator: "\n")
    }

    private static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
