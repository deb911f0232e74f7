import Ledger

extension LedgerVerification {
    /// Recomputes every level above the leaves and compares its tiles.
    mutating func checkLevels() {
        var level = 1
        while let hashes = levels.last, !hashes.isEmpty, level < 8 {
            let width = Int(TilePath.width)
            var above: [Hash] = []
            for start in stride(from: 0, to: hashes.count, by: width) {
                let expected = hashes[start..<min(start + width, hashes.count)]
                compare(expected, level: level, index: UInt64(start / width))
                if expected.count == width { above.append(TreeHash.fold(expected)) }
            }
            levels.append(above)
            level += 1
        }
    }

    private mutating func compare(_ expected: ArraySlice<Hash>, level: Int, index: UInt64) {
        do {
            let tile = try store.tile(level: level, index: index)
            guard let offset = zip(expected, tile).enumerated().first(where: { $1.0 != $1.1 })?.offset else { return }
            let file = TilePath.tile(level: level, index: index, count: UInt64(expected.count))
            report.add(LedgerError(.tileMismatch, file: file, position: UInt64(offset)))
        } catch { report.add(error) }
    }

    /// The tree of the tiles judged so far, with these hashes as its partial tile at level 0.
    func tree(edge: ArraySlice<Hash>) -> CompactTree? {
        var hashes = levels
        if hashes.count == 1 {
            // The levels above are not made yet: make them here.
            while let last = hashes.last, last.count >= Int(TilePath.width) {
                let width = Int(TilePath.width)
                hashes.append((0..<last.count / width).map { TreeHash.fold(last[$0 * width..<($0 + 1) * width]) })
            }
        }
        var peaks: [Hash] = []
        for level in hashes.reversed() { peaks += partialPeaks(level[...]) }
        peaks += partialPeaks(edge)
        return CompactTree(size: UInt64(levels[0].count) * TilePath.width + UInt64(edge.count), peaks: peaks)
    }

    private func partialPeaks(_ hashes: ArraySlice<Hash>) -> [Hash] {
        var tree = CompactTree()
        for hash in hashes.suffix(hashes.count % Int(TilePath.width)) { tree.append(hash) }
        return tree.peaks
    }

    /// Compares the recomputed root with the checkpoint's.
    mutating func checkRoot() {
        report.root = tree(edge: edge[...])?.root ?? .zero
        guard let publishedRoot, publishedRoot != report.root else { return }
        report.add(LedgerError(.rootMismatch, file: PublishedCheckpoint.file, position: store.size))
    }

    /// Partial files of other sizes that are still kept must agree with the tree as far as both go.
    mutating func checkPartials() {
        for level in 0..<8 where store.size >> UInt64(8 * level) > 0 {
            let total = store.size >> UInt64(8 * level)
            let (index, count) = (total / TilePath.width, total % TilePath.width)
            let known = level == 0 ? edge[...] : levels[level - 1].suffix(Int(count))
            guard count > 0, known.count == Int(count) else { continue }
            checkPartials(of: TilePath.tile(level: level, index: index, count: count), known) {
                $0.count % Hash.byteCount == 0 ? TileStore.hashes($0) : []
            }
            guard level == 0 else { continue }
            checkPartials(of: TilePath.bundle(index: index, count: count), known) { bytes in
                var hashes: [Hash] = []
                for entry in EntryBundle.ranges(Array(bytes)) ?? [] {
                    hashes.append(TreeHash.leaf(bytes.span.extracting(entry)))
                }
                return hashes
            }
        }
    }

    private mutating func checkPartials(
        of current: String, _ known: ArraySlice<Hash>, _ hashes: (ArraySlice<UInt8>) -> [Hash]
    ) {
        let folder = Directory.parent(current)
        for name in (try? directory.list(folder)) ?? [] where !name.hasSuffix(".tmp") {
            let file = "\(folder)/\(name)"
            guard file != current else { continue }
            do {
                let found = hashes(try directory.read(file, limit: EntryBundle.sizeLimit)[...])
                guard UInt64(name) == UInt64(found.count) else { throw LedgerError(.malformed, file: file) }
                guard zip(known, found).allSatisfy(==) else { throw LedgerError(.tileMismatch, file: file) }
            } catch let error as LedgerError where error.code == .missing {
                // A writer removed it meanwhile, as it does when the full one is there.
            } catch { report.add(error) }
        }
    }
}
