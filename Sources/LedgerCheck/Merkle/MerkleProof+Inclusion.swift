import Ledger

extension MerkleProof {
    /// The path from leaf `index` to the root of the tree of `size` leaves, lowest first (RFC 9162 section 2.1.3.1).
    ///
    /// Throws `outOfRange`, or what `source` throws.
    public static func inclusion(
        of index: UInt64, size: UInt64, from source: inout some NodeSource
    ) throws -> [Hash] {
        guard index < size, size <= UInt64(Int64.max) else { throw LedgerError(.outOfRange, position: index) }
        var proof: [Hash] = []
        var (lower, upper) = (UInt64(0), size)
        while upper - lower > 1 {
            let middle = lower + split(upper - lower)
            if index < middle {
                proof.append(try source.rangeHash(middle, upper))
                upper = middle
            } else {
                proof.append(try source.rangeHash(lower, middle))
                lower = middle
            }
        }
        return proof.reversed()
    }

    /// Whether `leaf` is entry `index` of the tree of `size` leaves with `root` (RFC 9162 section 2.1.3.2).
    public static func verifyInclusion(
        of leaf: Hash, index: UInt64, size: UInt64, root: Hash, proof: [Hash]
    ) -> Bool {
        guard index < size, proof.count <= 64 else { return false }
        var (node, last) = (index, size - 1)
        var hash = leaf
        for sibling in proof {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                hash = TreeHash.node(sibling, hash)
                while node & 1 == 0, node != 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                hash = TreeHash.node(hash, sibling)
            }
            node >>= 1
            last >>= 1
        }
        return last == 0 && hash == root
    }
}
