import Ledger
import LedgerMap

/// A proof, against the root of a practice map, of a practice's head or of its absence.
public struct PracticeMapProof: Hashable, Sendable {
    /// One leaf of the map with the path to its root.
    public struct Leaf: Hashable, Sendable {
        /// The leaf's place in the order.
        public let index: UInt64
        /// The practice.
        public let practice: PracticeKey
        /// Its head.
        public let head: PracticeHead
        /// The path (RFC 9162 section 2.1.3), lowest first.
        public let path: [Hash]

        /// Makes a leaf of its parts.
        public init(index: UInt64, practice: PracticeKey, head: PracticeHead, path: [Hash]) {
            self.index = index
            self.practice = practice
            self.head = head
            self.path = path
        }
    }

    /// How many entries of the ledger the map covers.
    public let size: UInt64
    /// The number of practices.
    public let count: UInt64
    /// The root of the tree of leaves.
    public let tree: Hash
    /// The practice's own leaf; or, when it is absent, those next to where it would be: two, or one at an edge, or
    /// none in an empty map.
    public let leaves: [Leaf]

    /// Makes a proof of its parts.
    public init(size: UInt64, count: UInt64, tree: Hash, leaves: [Leaf]) {
        self.size = size
        self.count = count
        self.tree = tree
        self.leaves = leaves
    }

    /// The practice's head that the proof shows under `root`, nil if it shows the absence. Throws `badProof`.
    public func verify(_ practice: PracticeKey, root: Hash) throws(LedgerError) -> PracticeHead? {
        guard PracticeMap.root(size: size, count: count, tree: tree) == root, leaves.allSatisfy(isInTree) else {
            throw LedgerError(.badProof)
        }
        if leaves.count == 1, leaves[0].practice == practice { return leaves[0].head }
        guard isAbsent(practice) else { throw LedgerError(.badProof) }
        return nil
    }

    private func isInTree(_ leaf: Leaf) -> Bool {
        let hash = TreeHash.leaf(PracticeMap.leaf(leaf.practice, leaf.head))
        return MerkleProof.verifyInclusion(of: hash, index: leaf.index, size: count, root: tree, proof: leaf.path)
    }

    /// Whether the leaves are neighbours, or an edge, and the practice would stand between them.
    private func isAbsent(_ practice: PracticeKey) -> Bool {
        switch leaves.count {
        case 0: return count == 0 && tree == TreeHash.empty
        case 1:
            let isFirst = leaves[0].index == 0 && practice < leaves[0].practice
            let isLast = leaves[0].index == count - 1 && leaves[0].practice < practice
            return isFirst || isLast
        case 2:
            let (left, right) = (leaves[0], leaves[1])
            return left.index + 1 == right.index && left.practice < practice && practice < right.practice
        default: return false
        }
    }
}
