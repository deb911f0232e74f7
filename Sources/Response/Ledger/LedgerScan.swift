import Dispatch
import Ledger
import LedgerMap
import Synchronization
import Vocabulary

/// Reads a ledger, or a copy of one, from the first entry on, recomputes tree and chains, and counts what a query asks
/// for. It needs no broker, no other key than the verification key, and no other file.
struct LedgerScan {
    /// Bundles that are read at once: 65,536 entries.
    private static let window: UInt64 = 256

    let query: ScopeQuery
    let limit: UInt64
    private var reader: LedgerReader
    private let store: TileStore
    var tree = BundleTree()
    var heads = ChainHeads()
    var result: ScanResult
    var lastTime = Int64.min
    var hasCounted = false
    /// Whether the `index` entry behind the interval was found.
    var isPast = false
    var hasEnded = false
    /// The first entry whose hash is not the stored one.
    private var mismatch: UInt64?

    /// Scans the ledger in `directory`: all of it when it verifies, else the longest beginning that does.
    static func run(_ directory: String, _ reader: LedgerReader, published: UInt64, _ query: ScopeQuery) -> ScanResult {
        let store = TileStore(directory: Directory(path: directory), size: published)
        var scan = LedgerScan(store, reader, query, limit: reader.size)
        scan.run()
        if scan.isProven { return scan.result }
        let problems = scan.result.problems + [LedgerError(.rootMismatch, position: scan.tree.size)]
        let end = min(scan.mismatch ?? scan.tree.size, scan.tree.size)
        for limit in [end, end / TilePath.width * TilePath.width] where limit > 0 {
            scan = LedgerScan(store, reader, query, limit: limit)
            scan.run()
            guard scan.isProven else { continue }
            scan.result.problems = problems + scan.result.problems.filter { !problems.contains($0) }
            return scan.result
        }
        return ScanResult(total: reader.size, problems: problems)
    }

    private init(_ store: TileStore, _ reader: LedgerReader, _ query: ScopeQuery, limit: UInt64) {
        (self.reader, self.query, self.limit, self.store) = (reader, query, limit, store)
        result = ScanResult(total: reader.size)
    }

    /// Whether the recomputed tree is the signed one, or proven to be its beginning.
    private var isProven: Bool {
        if tree.size == reader.size { return tree.root == reader.checkpoint.root }
        var reader = reader
        return tree.size == limit && (try? reader.root(at: limit)) == tree.root
    }

    private mutating func run() {
        readBundles()
        if !hasEnded { readJournal() }
        result.size = tree.size
    }

    private mutating func readBundles() {
        let total = (min(store.size, limit) + TilePath.width - 1) / TilePath.width
        var next: UInt64 = 0
        while next < total, !hasEnded {
            let count = min(LedgerScan.window, total - next)
            for (offset, bundle) in read(next, Int(count)).enumerated() where !hasEnded {
                let index = next + UInt64(offset)
                compare(bundle, index)
                merge(bundle)
            }
            next += count
        }
    }

    private func read(_ first: UInt64, _ count: Int) -> [BundleScan] {
        let (store, query) = (store, query)
        let results = Mutex([BundleScan?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { offset in
            let scan = BundleScan(first + UInt64(offset), store, query)
            results.withLock { $0[offset] = scan }
        }
        return results.withLock { $0 }.compactMap { $0 }
    }

    private mutating func readJournal() {
        guard store.size < min(limit, reader.size) else { return }
        var bundle = BundleScan()
        let query = query
        do {
            try reader.forEach(from: store.size, to: min(limit, reader.size), verifying: false) {
                bundle.take($1, at: $0, query)
            }
        } catch { result.add(error as? LedgerError ?? LedgerError(.system)) }
        merge(bundle)
    }

    /// Notes the first entry whose hash is not the stored one: only if the root differs in the end is it of interest.
    private mutating func compare(_ bundle: BundleScan, _ index: UInt64) {
        guard mismatch == nil else { return }
        if let root = bundle.root, (try? reader.node(level: 8, index: index)) == root { return }
        let start = index * TilePath.width
        let differing = bundle.leaves.indices.first { place in
            (try? reader.node(level: 0, index: start + UInt64(place))) != bundle.leaves[place]
        }
        mismatch = differing.map { start + UInt64($0) } ?? (bundle.root == nil ? nil : start)
    }
}
