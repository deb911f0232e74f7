/// Making and checking the proofs of RFC 6962 section 2.1, with the algorithms of RFC 9162 sections 2.1.3 and 2.1.4.
/// Checking never traps, whatever the sizes and lengths.
public enum MerkleProof {
    /// The longest proof that a tree of 2^63 leaves can need.
    public static let longest = 63

    /// The largest power of two below `n` (`n` at least 2).
    package static func split(_ n: UInt64) -> UInt64 { 1 << UInt64(63 - (n - 1).leadingZeroBitCount) }

    /// The proof that the tree of `first` leaves is a prefix of that of `second` (RFC 9162 section 2.1.4.1); empty
    /// when the sizes are equal or `first` is 0.
    ///
    /// Throws `outOfRange`, or what `source` throws.
    public static func consistency(
        from first: UInt64, to second: UInt64, from source: inout some NodeSource
    ) throws -> [Hash] {
        guard first <= second, second <= UInt64(Int64.max) else { throw LedgerError(.outOfRange, position: first) }
        guard first > 0, first < second else { return [] }
        var proof: [Hash] = []
        var (lower, upper) = (UInt64(0), second)
        while upper != first {
            let middle = lower + split(upper - lower)
            if first <= middle {
                proof.append(try source.rangeHash(middle, upper))
                upper = middle
            } else {
                proof.append(try source.rangeHash(lower, middle))
                lower = middle
            }
        }
        if lower > 0 { proof.append(try source.rangeHash(lower, upper)) }
        return proof.reversed()
    }

    /// Whether the tree (`first`, `firstRoot`) is a prefix of (`second`, `secondRoot`) (RFC 9162 section 2.1.4.2).
    /// From the empty tree only to itself: a proof from nothing would prove nothing.
    public static func verifyConsistency(
        from first: UInt64, root firstRoot: Hash, to second: UInt64, root secondRoot: Hash, proof: [Hash]
    ) -> Bool {
        if first == second {
            return proof.isEmpty && firstRoot == secondRoot && (first > 0 || firstRoot == TreeHash.empty)
        }
        guard first > 0, first < second, proof.count <= 64 else { return false }
        let isPowerOfTwo = first.nonzeroBitCount == 1
        guard let start = isPowerOfTwo ? firstRoot : proof.first else { return false }
        let shift = UInt64((~(first - 1)).trailingZeroBitCount)
        var (node, last) = ((first - 1) >> shift, (second - 1) >> shift)
        var (older, newer) = (start, start)
        for sibling in proof.dropFirst(isPowerOfTwo ? 0 : 1) {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                older = TreeHash.node(sibling, older)
                newer = TreeHash.node(sibling, newer)
                while node & 1 == 0, node != 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                newer = TreeHash.node(newer, sibling)
            }
            node >>= 1
            last >>= 1
        }
        return last == 0 && older == firstRoot && newer == secondRoot
    }
}
