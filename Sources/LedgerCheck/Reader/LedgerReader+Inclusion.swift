import Ledger

extension LedgerReader {
    /// The proof that entry `index` is in the tree of `size` entries (RFC 9162 section 2.1.3); it was verified.
    ///
    /// Throws `outOfRange`, `rootMismatch`, `entryMismatch`, or what reading throws.
    public mutating func inclusionProof(of index: UInt64, size: UInt64) throws -> [Hash] {
        guard index < size, size <= self.size else { throw LedgerError(.outOfRange, position: index) }
        let root = try root(at: size)
        let leaf = TreeHash.leaf(try entry(at: index))
        let proof = try MerkleProof.inclusion(of: index, size: size, from: &self)
        guard MerkleProof.verifyInclusion(of: leaf, index: index, size: size, root: root, proof: proof) else {
            throw LedgerError(.rootMismatch, position: index)
        }
        return proof
    }
}
