import Ledger
import LedgerCheck
import LedgerMap

/// One proof of a practice's head, or of its absence, under a map's root, true or damaged, as another implementation
/// reads it: bytes in hexadecimal, a line of JSON each.
struct MapCase: Codable {
    /// One leaf with its path.
    struct Leaf: Codable {
        var index: UInt64
        var practice: String
        var n: Int64
        var head: String
        var path: [String]
    }

    var kind = "map"
    /// What the verifier must say.
    let holds: Bool
    /// How many entries of the ledger the map that the claim is about covers, and its root.
    let covers: UInt64
    let root: String
    let practice: String
    /// What is shown; nil for the absence.
    let shown: Leaf?
    let size: UInt64
    let count: UInt64
    let tree: String
    let leaves: [Leaf]

    init(_ practice: PracticeKey, _ proof: PracticeMapProof, of map: PracticeMap, holds: Bool) {
        self.holds = holds
        covers = map.size
        root = map.root.hexadecimal
        self.practice = practice.bytes.hexadecimalDigits
        shown = map[practice].map {
            Leaf(index: 0, practice: practice.bytes.hexadecimalDigits, n: $0.n, head: $0.head.hexadecimal, path: [])
        }
        (size, count, tree) = (proof.size, proof.count, proof.tree.hexadecimal)
        leaves = proof.leaves.map {
            Leaf(
                index: $0.index, practice: $0.practice.bytes.hexadecimalDigits, n: $0.head.n,
                head: $0.head.head.hexadecimal, path: $0.path.map(\.hexadecimal))
        }
    }
}
