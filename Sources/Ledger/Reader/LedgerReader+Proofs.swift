extension LedgerReader {
    /// The root of the tree of the first `size` entries, proven consistent with the checkpoint.
    ///
    /// Throws `outOfRange`, `rootMismatch` when the tiles do not hash to the signed root, or what reading throws.
    public mutating func root(at size: UInt64) throws -> Hash {
        guard size <= self.size else { throw LedgerError(.outOfRange, position: size) }
        guard size > 0 else { return TreeHash.empty }
        let root = try rangeHash(0, size)
        let proof = try MerkleProof.consistency(from: size, to: self.size, from: &self)
        let holds = MerkleProof.verifyConsistency(
            from: size, root: root, to: self.size, root: checkpoint.root, proof: proof)
        guard holds else { throw LedgerError(.rootMismatch, position: size) }
        return root
    }

    /// The proof that the tree of `first` entries is a prefix of that of `second` (RFC 9162 section 2.1.4); it was
    /// verified. Empty when `first` is 0 or equal to `second`.
    ///
    /// Throws `outOfRange`, `rootMismatch`, or what reading throws.
    public mutating func consistencyProof(from first: UInt64, to second: UInt64) throws -> [Hash] {
        guard first <= second, second <= size else { throw LedgerError(.outOfRange, position: first) }
        let (older, newer) = (try root(at: first), try root(at: second))
        let proof = try MerkleProof.consistency(from: first, to: second, from: &self)
        let holds =
            first == 0
            || MerkleProof.verifyConsistency(from: first, root: older, to: second, root: newer, proof: proof)
        guard holds else { throw LedgerError(.rootMismatch, position: first) }
        return proof
    }
}
