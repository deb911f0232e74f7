import Ledger

/// The proof that several entries are in a tree at once: the hashes of the largest subtrees without any of them, in the
/// order in which the recursion of RFC 6962 section 2.1.1 meets them. Paths share what they have in common.
struct MultiProof: Equatable, Sendable {
    /// The hashes.
    var hashes: [Hash]

    init(hashes: [Hash]) { self.hashes = hashes }

    /// Proves the entries at `places`, which rise strictly and lie below `size`. Throws what reading throws.
    init(of places: [UInt64], size: UInt64, from source: inout some NodeSource) throws {
        hashes = []
        try collect(places[...], 0, size, &source)
    }

    private mutating func collect(
        _ places: ArraySlice<UInt64>, _ lower: UInt64, _ upper: UInt64, _ source: inout some NodeSource
    ) throws {
        guard !places.isEmpty else { return hashes.append(try source.rangeHash(lower, upper)) }
        guard upper - lower > 1 else { return }
        let middle = lower + MerkleProof.split(upper - lower)
        let split = places.firstIndex { $0 >= middle } ?? places.endIndex
        try collect(places[..<split], lower, middle, &source)
        try collect(places[split...], middle, upper, &source)
    }

    /// The root to which leaves at `places` lead; nil unless the places rise strictly, lie below `size`, and every hash is
    /// used.
    func root(of leaves: [Hash], at places: [UInt64], size: UInt64) -> Hash? {
        guard leaves.count == places.count, !places.isEmpty, size <= UInt64(Int64.max),
            places.last.map({ $0 < size }) ?? false, zip(places, places.dropFirst()).allSatisfy(<)
        else { return nil }
        var next = 0
        let root = climb(leaves, places, places.indices, 0, size, &next)
        return next == hashes.count ? root : nil
    }

    private func climb(
        _ leaves: [Hash], _ places: [UInt64], _ range: Range<Int>, _ lower: UInt64, _ upper: UInt64, _ next: inout Int
    ) -> Hash? {
        if range.isEmpty {
            guard next < hashes.count else { return nil }
            next += 1
            return hashes[next - 1]
        }
        if upper - lower == 1 { return leaves[range.lowerBound] }
        let middle = lower + MerkleProof.split(upper - lower)
        let split = places[range].firstIndex { $0 >= middle } ?? range.upperBound
        guard let left = climb(leaves, places, range.lowerBound..<split, lower, middle, &next),
            let right = climb(leaves, places, split..<range.upperBound, middle, upper, &next)
        else { return nil }
        return TreeHash.node(left, right)
    }
}
