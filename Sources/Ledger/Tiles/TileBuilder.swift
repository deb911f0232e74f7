/// The right edge of a log's tiles: fed with entries in order, it tells which files to write.
struct TileBuilder: Sendable {
    /// A file to write: its path inside the directory and its content.
    struct File: Sendable {
        let path: String
        let content: [UInt8]
        /// The directory of partial files that this full one replaces.
        let supersedes: String?
    }

    private(set) var size: UInt64
    /// The hashes of the partial tile at each level.
    private var edges: [[Hash]]
    /// The partial bundle.
    private var bundle: [UInt8]
    /// Full tiles and bundles that were completed and not yet taken.
    private var full: [File] = []

    /// Continues a tree of `size` with the content of its partial tiles, lowest first, and of its partial bundle.
    init(size: UInt64, edges: [[Hash]], bundle: [UInt8]) {
        self.size = size
        self.edges = edges
        self.bundle = bundle
    }

    /// The tree that these edges stand for.
    var tree: CompactTree? {
        var peaks: [Hash] = []
        for hashes in edges.reversed() {
            var part = CompactTree()
            for hash in hashes { part.append(hash) }
            peaks += part.peaks
        }
        return CompactTree(size: size, peaks: peaks)
    }

    /// Appends an entry in its bundle form (length and bytes) and its leaf hash.
    mutating func append(_ prefixed: ArraySlice<UInt8>, leaf: Hash) {
        bundle.append(contentsOf: prefixed)
        size += 1
        push(leaf)
        if size % TilePath.width == 0 {
            let index = size / TilePath.width - 1
            full.append(File(path: TilePath.bundle(index: index), content: bundle, supersedes: partials(nil, index)))
            bundle.removeAll(keepingCapacity: true)
        }
    }

    /// Adds a hash to level 0, and the hashes of tiles so completed to the levels above.
    private mutating func push(_ leaf: Hash) {
        var hash = leaf
        for level in 0..<8 {
            if edges.count == level { edges.append([]) }
            edges[level].append(hash)
            guard edges[level].count == Int(TilePath.width) else { return }
            let index = (size >> UInt64(8 * (level + 1))) - 1
            let path = TilePath.tile(level: level, index: index)
            full.append(File(path: path, content: bytes(edges[level]), supersedes: partials(level, index)))
            hash = TreeHash.fold(edges[level][...])
            edges[level].removeAll(keepingCapacity: true)
        }
    }

    private func partials(_ level: Int?, _ index: UInt64) -> String {
        let path = level.map { TilePath.tile(level: $0, index: index) } ?? TilePath.bundle(index: index)
        return path + ".p"
    }

    private func bytes(_ hashes: [Hash]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(hashes.count * Hash.byteCount)
        for hash in hashes { hash.append(to: &out) }
        return out
    }

    /// The files that make the tree of the present size complete: full ones since the last call, then partial ones.
    mutating func takeFiles() -> [File] {
        var files = full
        full.removeAll()
        for (level, hashes) in edges.enumerated() where !hashes.isEmpty {
            let index = size >> UInt64(8 * (level + 1))
            let path = TilePath.tile(level: level, index: index, count: UInt64(hashes.count))
            files.append(File(path: path, content: bytes(hashes), supersedes: nil))
        }
        let rest = size % TilePath.width
        if rest > 0 {
            let path = TilePath.bundle(index: size / TilePath.width, count: rest)
            files.append(File(path: path, content: bundle, supersedes: nil))
        }
        return files
    }
}
