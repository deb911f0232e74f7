import Ledger
import Vocabulary

/// What one bundle's entries say, read on any thread and merged in order.
struct BundleScan {
    /// What an entry says of its practice's chain, with its own leaf hash.
    struct Link {
        let practice: PracticeID
        let n: Int64
        let previous: Hash
    }

    /// The leaf hashes, in order, up to the first entry that cannot be read.
    private(set) var leaves: [Hash] = []
    /// One for each leaf; nil for an entry of the installation.
    private(set) var links: [Link?] = []
    /// The time of each entry.
    private(set) var times: [Int64] = []
    /// The entries that the query wants or that say something of the log itself, with their places in the bundle.
    private(set) var events: [(place: Int, entry: ScannedEntry)] = []
    /// What ended the bundle early.
    private(set) var problem: LedgerError?

    /// The root over the leaves of a full bundle; nil for any other.
    private(set) var root: Hash?

    /// Reads one published bundle.
    init(_ index: UInt64, _ store: TileStore, _ query: ScopeQuery) {
        do throws(LedgerError) {
            let bundle = try store.bundle(index)
            let bytes = bundle.bytes.span
            leaves.reserveCapacity(bundle.entries.count)
            links.reserveCapacity(bundle.entries.count)
            times.reserveCapacity(bundle.entries.count)
            for range in bundle.entries where problem == nil {
                take(bytes.extracting(range), at: index * TilePath.width + UInt64(leaves.count), query)
            }
            if leaves.count == Int(TilePath.width) { root = TreeHash.fold(leaves[...]) }
        } catch { problem = error }
    }

    /// What is counted is read by the strict reader too: whoever verifies a certificate, and each monitor, does so.
    private static func judge(_ entry: ScannedEntry, _ bytes: Span<UInt8>, _ query: ScopeQuery) throws(LedgerError) {
        guard entry.kind == .release || entry.kind == .export, PracticeTally.wants(entry, bytes, query) else { return }
        let copy = unsafe bytes.withUnsafeBytes { unsafe Array($0) }
        guard (try? LedgerEntry(copy)) != nil else { throw LedgerError(.malformed) }
    }

    /// Nothing yet: entries of a journal are added one by one.
    init() {}

    /// Reads one entry; after one that cannot be read no other counts.
    mutating func take(_ bytes: Span<UInt8>, at index: UInt64, _ query: ScopeQuery) {
        guard problem == nil else { return }
        do throws(LedgerError) {
            let entry = try ScannedEntry(bytes)
            try BundleScan.judge(entry, bytes, query)
            if entry.kind == .index || entry.kind == .access || PracticeTally.wants(entry, bytes, query) {
                events.append((leaves.count, entry))
            }
            links.append(entry.practice.map { Link(practice: $0, n: entry.n, previous: entry.previous) })
            times.append(entry.time)
            leaves.append(TreeHash.leaf(bytes))
        } catch { problem = LedgerError(error.code, position: index) }
    }
}
