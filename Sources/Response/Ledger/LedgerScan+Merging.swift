import Ledger
import Vocabulary

extension LedgerScan {
    /// Takes in what was read of a bundle, in the ledger's order.
    mutating func merge(_ bundle: BundleScan) {
        let start = tree.size
        let whole = start + TilePath.width <= limit ? bundle.root : nil
        var next = 0
        for (place, leaf) in bundle.leaves.enumerated() {
            let index = start + UInt64(place)
            guard index < limit else { return }
            if bundle.times[place] < lastTime {
                result.timeFalls = true
                result.add(LedgerError(.malformed, position: index))
            }
            lastTime = max(lastTime, bundle.times[place])
            if next < bundle.events.count, bundle.events[next].place == place {
                take(bundle.events[next].entry, at: index)
                next += 1
            }
            if let link = bundle.links[place] { follow(link, leaf, at: index) }
            if whole == nil { tree.append(leaf) }
        }
        if let whole { tree.append(bundle: whole) }
        if let problem = bundle.problem {
            result.add(problem)
            hasEnded = true
        }
    }

    private mutating func follow(_ link: BundleScan.Link, _ leaf: Hash, at index: UInt64) {
        guard !heads.follow(link, leaf: leaf) else { return }
        result.add(LedgerError(.chainBroken, position: index))
        guard query.practices.isEmpty || query.practices.contains(link.practice) else { return }
        result.tallies[link.practice, default: PracticeTally(query)].isBroken = true
    }

    private mutating func take(_ entry: ScannedEntry, at index: UInt64) {
        if entry.kind == .access, let practice = entry.practice, let head = entry.hash {
            result.accessHeads[practice] = AccessHead(size: entry.size, head: head, time: entry.time)
        } else if let practice = entry.practice {
            result.tallies[practice, default: PracticeTally(query)].take(entry)
            hasCounted = hasCounted || entry.kind == .release || entry.kind == .export
        } else if let root = entry.hash, entry.size == Int64(clamping: index) {
            mark(IndexMark(index: index, root: root, heads: heads), entry.time)
        }
    }

    /// Keeps the `index` entries between which everything that is counted lies.
    private mutating func mark(_ mark: IndexMark, _ time: Int64) {
        if !hasCounted, time < query.earliest { result.start = mark }
        guard !isPast else { return }
        result.end = mark
        isPast = query.through.map { time > $0.milliseconds } ?? false
    }
}
