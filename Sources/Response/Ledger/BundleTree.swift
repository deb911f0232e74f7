import Ledger

/// The tree over entries that come bundle by bundle, each with its own root: the bundles' hashing is done by whoever reads
/// them, on any thread.
struct BundleTree {
    private var bundles = CompactTree()
    private var edge: [Hash] = []

    /// How many entries.
    var size: UInt64 { bundles.size * TilePath.width + UInt64(edge.count) }

    /// Appends a full bundle of which nothing stands at the edge.
    mutating func append(bundle root: Hash) { bundles.append(root) }

    /// Appends one leaf.
    mutating func append(_ leaf: Hash) {
        edge.append(leaf)
        guard edge.count == Int(TilePath.width) else { return }
        bundles.append(TreeHash.fold(edge[...]))
        edge.removeAll(keepingCapacity: true)
    }

    /// The root at the present size (RFC 6962 section 2.1).
    var root: Hash {
        guard !edge.isEmpty else { return bundles.root }
        return bundles.peaks.reversed().reduce(TreeHash.fold(edge[...])) { TreeHash.node($1, $0) }
    }
}
