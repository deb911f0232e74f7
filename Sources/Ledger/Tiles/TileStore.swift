/// The tiles and bundles in a directory, as a tree of `size` needs them.
package struct TileStore: NodeSource {
    let directory: Directory
    /// The size of the tree whose tiles are read.
    package let size: UInt64
    private var cache: [String: [Hash]] = [:]
    private static let cacheLimit = 256

    package init(directory: Directory, size: UInt64) {
        self.directory = directory
        self.size = size
    }

    /// The hashes of one tile. Throws `missing`, `malformed` or `system`.
    package mutating func tile(level: Int, index: UInt64) throws(LedgerError) -> [Hash] {
        let count = TilePath.count(level: level, index: index, size: size)
        guard count > 0 else { throw LedgerError(.outOfRange, position: index) }
        let path = TilePath.tile(level: level, index: index, count: count)
        if let hashes = cache[path] { return hashes }
        let full = TilePath.tile(level: level, index: index)
        let bytes = try read(path, orPrefixOf: full, limit: Int(TilePath.width) * Hash.byteCount)
        let length = Int(count) * Hash.byteCount
        guard bytes.content.count == (bytes.isFull ? Int(TilePath.width) * Hash.byteCount : length) else {
            throw LedgerError(.malformed, file: bytes.path)
        }
        let hashes = TileStore.hashes(bytes.content[..<length])
        if cache.count >= TileStore.cacheLimit { cache.removeAll(keepingCapacity: true) }
        cache[path] = hashes
        return hashes
    }

    /// The bytes of one bundle up to this tree's last entry in it, and where its entries are.
    package func bundle(_ index: UInt64) throws(LedgerError) -> (path: String, bytes: [UInt8], entries: [Range<Int>]) {
        let count = TilePath.count(level: 0, index: index, size: size)
        guard count > 0 else { throw LedgerError(.outOfRange, position: index) }
        let path = TilePath.bundle(index: index, count: count)
        let found = try read(path, orPrefixOf: TilePath.bundle(index: index), limit: EntryBundle.sizeLimit)
        let held = found.isFull ? Int(TilePath.width) : Int(count)
        guard let ranges = EntryBundle.ranges(found.content, to: found.content.count, count: held) else {
            throw LedgerError(.malformed, file: found.path)
        }
        return (found.path, found.content, Array(ranges.prefix(Int(count))))
    }

    /// Reads a file, or the full one that has replaced a partial one meanwhile.
    private func read(
        _ path: String, orPrefixOf full: String, limit: Int
    ) throws(LedgerError) -> (path: String, content: [UInt8], isFull: Bool) {
        do {
            return (path, try directory.read(path, limit: limit), path == full)
        } catch {
            guard error.code == .missing, path != full, directory.exists(full) else { throw error }
            return (full, try directory.read(full, limit: limit), true)
        }
    }

    package static func hashes(_ bytes: ArraySlice<UInt8>) -> [Hash] {
        stride(from: bytes.startIndex, to: bytes.endIndex, by: Hash.byteCount).compactMap {
            Hash(bytes[$0..<min($0 + Hash.byteCount, bytes.endIndex)])
        }
    }

    package mutating func node(level: Int, index: UInt64) throws -> Hash {
        let height = UInt64(level % 8)
        let first = index << height
        let hashes = try tile(level: level / 8, index: first / TilePath.width)
        let start = Int(first % TilePath.width)
        guard start + (1 << height) <= hashes.count else { throw LedgerError(.outOfRange, position: index) }
        return height == 0 ? hashes[start] : TreeHash.fold(hashes[start..<start + (1 << height)])
    }

    /// The right edge: what appending needs. Throws what reading throws.
    mutating func builder() throws(LedgerError) -> TileBuilder {
        var edges: [[Hash]] = []
        var bundle: [UInt8] = []
        for level in 0..<8 where size >> UInt64(8 * level) > 0 {
            let total = size >> UInt64(8 * level)
            edges.append(total % TilePath.width == 0 ? [] : try tile(level: level, index: total / TilePath.width))
        }
        if size % TilePath.width > 0 {
            let last = try self.bundle(size / TilePath.width)
            bundle = Array(last.bytes[..<(last.entries.last?.upperBound ?? 0)])
        }
        return TileBuilder(size: size, edges: edges, bundle: bundle)
    }
}
