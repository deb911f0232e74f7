/// A Merkle tree of which only the right edge is kept: enough to append leaves and to tell the root.
public struct CompactTree: Sendable, Equatable {
    /// How many leaves were appended.
    public private(set) var size: UInt64
    /// The roots of the complete subtrees, largest first: one for each bit of `size`.
    public private(set) var peaks: [Hash]

    /// Makes an empty tree.
    public init() {
        size = 0
        peaks = []
    }

    /// Continues a tree of `size` leaves whose complete subtrees have these roots, largest first; nil when their number
    /// is not the number of bits in `size`.
    public init?(size: UInt64, peaks: [Hash]) {
        guard peaks.count == size.nonzeroBitCount else { return nil }
        self.size = size
        self.peaks = peaks
    }

    /// Appends one leaf hash. (2^64 entries of one byte would fill 18 exabytes; the addition cannot overflow before.)
    @inline(__always)
    public mutating func append(_ leaf: Hash) {
        var hash = leaf
        var remaining = size
        while remaining & 1 == 1, let left = peaks.popLast() {
            hash = TreeHash.node(left, hash)
            remaining >>= 1
        }
        peaks.append(hash)
        size += 1
    }

    /// The root at the present size (RFC 6962 section 2.1).
    public var root: Hash {
        guard var hash = peaks.last else { return TreeHash.empty }
        for left in peaks.dropLast().reversed() { hash = TreeHash.node(left, hash) }
        return hash
    }
}
