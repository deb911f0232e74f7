import Ledger
import LedgerCheck
import LedgerMap

/// The proofs of many practices in one map, whose order and tree are made once.
struct MapProofs: Sendable {
    private let map: PracticeMap
    private let order: [PracticeKey]
    private let levels: Levels

    init(_ map: PracticeMap) {
        self.map = map
        order = map.practices
        levels = Levels(map.leafHashes(order))
    }

    /// A practice's head; nil when it has no entry.
    subscript(practice: PracticeKey) -> PracticeHead? { map[practice] }

    /// The proof of a practice's head. Throws `outOfRange` for one that has none.
    func proof(of practice: PracticeKey) throws -> PracticeMapProof {
        var (low, high) = (0, order.count)
        while low < high {
            let middle = (low + high) / 2
            if order[middle] < practice { low = middle + 1 } else { high = middle }
        }
        guard low < order.count, order[low] == practice, let head = map[practice] else {
            throw LedgerError(.outOfRange, position: UInt64(low))
        }
        var source = levels
        let path = try MerkleProof.inclusion(of: UInt64(low), size: UInt64(order.count), from: &source)
        return PracticeMapProof(
            size: map.size, count: UInt64(order.count), tree: levels.root,
            leaves: [.init(index: UInt64(low), practice: practice, head: head, path: path)])
    }

    /// The complete subtrees over the leaves.
    private struct Levels: NodeSource {
        private let levels: [[Hash]]
        let root: Hash

        init(_ leaves: [Hash]) {
            var levels = [leaves]
            while let below = levels.last, below.count > 1 {
                levels.append((0..<below.count / 2).map { TreeHash.node(below[2 * $0], below[2 * $0 + 1]) })
            }
            self.levels = levels
            root = TreeHash.fold(leaves[...])
        }

        func node(level: Int, index: UInt64) throws -> Hash {
            guard levels.indices.contains(level), index < UInt64(levels[level].count) else {
                throw LedgerError(.outOfRange, position: index)
            }
            return levels[level][Int(index)]
        }
    }
}
