/// Where the hashes of complete subtrees come from: tiles, memory, a network.
public protocol NodeSource {
    /// The root of the complete subtree over leaves `index << level ..< (index + 1) << level`.
    ///
    /// Throws ``LedgerError`` when the hash cannot be had.
    mutating func node(level: Int, index: UInt64) throws -> Hash
}

extension NodeSource {
    /// The root over leaves `lower ..< upper`, where `lower` is a multiple of the smallest power of two that is not
    /// below the range's length (so of every subtree that RFC 6962's recursion visits).
    package mutating func rangeHash(_ lower: UInt64, _ upper: UInt64) throws -> Hash {
        let peaks = try peakHashes(lower, upper)
        guard var hash = peaks.last else { return TreeHash.empty }
        for left in peaks.dropLast().reversed() { hash = TreeHash.node(left, hash) }
        return hash
    }

    /// The roots of the complete subtrees of `lower ..< upper`, largest first.
    mutating func peakHashes(_ lower: UInt64, _ upper: UInt64) throws -> [Hash] {
        var hashes: [Hash] = []
        var position = lower
        while position < upper {
            let level = 63 - (upper - position).leadingZeroBitCount
            hashes.append(try node(level: level, index: position >> UInt64(level)))
            position += 1 << UInt64(level)
        }
        return hashes
    }
}
