import Detection
import JSONTree
import Synthetic
import Vocabulary

/// What the drill knows before it begins: who there is, what limits were printed, what was planted.
struct World: Sendable {
    /// What `demo.json` says.
    let demo: Demonstration
    /// At least two.
    var practices: [DrillPractice]
    /// The printed bounds.
    var bounds = Bounds()

    /// The watchtower, where it takes part.
    var watchpost: Watchpost?

    init(_ json: JSONValue, rules: RuleSet?) throws(DrillError) {
        watchpost = rules.map(Watchpost.init)
        demo = try Demonstration(json)
        practices = (json["practices"]?.array ?? []).enumerated().compactMap { DrillPractice($1, index: $0) }
        guard practices.count >= 2 else { throw DrillError("demo.json names fewer than two practices") }
    }
}
