/// The entries that are durable in the journal and not yet published as tiles, with their part of the tree.
struct JournalTail: Sendable {
    /// The index of the first entry here: the published size.
    let first: UInt64
    private var batches: [[UInt8]] = []
    /// For each entry, its batch and place in it.
    private var places: [(batch: Int, range: Range<Int>)] = []
    /// At each level, the complete nodes that end after `first`, from index `first >> level`.
    private var levels: [[Hash]] = [[]]

    init(first: UInt64) { self.first = first }

    var count: Int { places.count }

    mutating func append(_ frame: JournalFrame, _ segment: JournalSegment, _ leaves: [Hash]) {
        guard frame.header.first >= first, let start = frame.entries.first, let end = frame.entries.last else { return }
        let base = start.lowerBound
        batches.append(Array(segment.bytes[base..<end.upperBound]))
        for range in frame.entries {
            places.append((batches.count - 1, range.lowerBound - base..<range.upperBound - base))
        }
        levels[0] += leaves
    }

    /// Hashes the levels above the leaves; `store` has the nodes before `first`.
    mutating func build(over store: inout TileStore) throws {
        var level = 0
        while level < 62 {
            let below = levels[level]
            let (start, total) = (first >> UInt64(level), (first >> UInt64(level)) + UInt64(below.count))
            var nodes: [Hash] = []
            for index in (start / 2)..<max(total / 2, start / 2) {
                let isLeftHere = index * 2 >= start
                let left = try isLeftHere ? below[Int(index * 2 - start)] : store.node(level: level, index: index * 2)
                nodes.append(TreeHash.node(left, below[Int(index * 2 + 1 - start)]))
            }
            if nodes.isEmpty { return }
            levels.append(nodes)
            level += 1
        }
    }

    func node(level: Int, index: UInt64) throws(LedgerError) -> Hash {
        let start = first >> UInt64(level)
        guard levels.indices.contains(level), index >= start, index - start < UInt64(levels[level].count) else {
            throw LedgerError(.outOfRange, position: index)
        }
        return levels[level][Int(index - start)]
    }

    func withEntry<R>(_ offset: Int, _ body: (Span<UInt8>) throws -> R) rethrows -> R {
        let place = places[offset]
        let batch = batches[place.batch]
        return try body(batch.span.extracting(place.range))
    }
}
