import JSONTree
import Vocabulary

/// What the watchtower found first in the ledger of a scenario.
struct Sighting: Sendable, Hashable {
    /// The rule's name.
    let rule: String
    /// When, by the simulated time.
    let time: Timestamp
    /// Simulated seconds since the first patient of the scenario was opened.
    let after: Int64
    /// Distinct patients opened by then.
    let opened: Int

    /// For people.
    var text: String { "\(rule) after \(after) s, \(opened) patients opened by then" }

    /// As `drill --json` prints it.
    var json: JSONValue {
        [
            "rule": .string(rule), "after_s": .number(JSONNumber(after)),
            "patients_opened": .number(JSONNumber(Int64(opened))),
        ]
    }
}
