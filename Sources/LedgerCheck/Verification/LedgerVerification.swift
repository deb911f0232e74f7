import Dispatch
import Ledger
import LedgerMap
import Synchronization

/// Recomputes a whole ledger from its entries and says, for each thing that is wrong, which file or entry it is.
///
/// Checked: the checkpoint's signature; every entry against its leaf; every tile against the level below; the root; the
/// partial files of the right edge; the journal with every signature in it; each practice's chain; checkpoints known
/// from elsewhere (a snapshot, an older copy, witnesses).
public struct LedgerVerification {
    let directory: Directory
    let verifier: NoteVerifier
    let linker: EntryLinker?
    var report = VerificationReport()
    var map: PracticeMap?
    var store: TileStore
    /// The hashes at each tile level from the first above the leaves, recomputed from the entries.
    var levels: [[Hash]] = [[]]
    /// The leaves of the last, partial bundle.
    var edge: [Hash] = []
    /// What the checkpoint file says.
    var publishedRoot: Hash?
    /// The sizes at which the recomputed tree is kept: the journal's beginning, and each that is known from elsewhere.
    private var wanted: Set<UInt64>
    /// The recomputed tree at each of them, as far as its entries could be read.
    var trees: [UInt64: CompactTree] = [:]
    let snapshot: JournalSnapshot
    private static let window = 64

    /// Verifies the ledger in `path`.
    /// - Parameters:
    ///   - verifier: the log's key.
    ///   - linker: reads the practices' chains; nil leaves them unchecked. Called from several threads.
    ///   - carried: the heads with which the log began, when it continues an older one.
    ///   - known: checkpoints that the log must contain, such as those that witnesses cosigned.
    public static func run(
        directory path: String, verifier: NoteVerifier, linker: EntryLinker? = nil,
        carried: PracticeMap = PracticeMap(), known: [Checkpoint] = []
    ) -> VerificationReport {
        var verification = LedgerVerification(Directory(path: path), verifier, linker, carried, known)
        guard verification.readCheckpoint() else { return verification.report }
        verification.checkBundles()
        verification.checkLevels()
        verification.checkRoot()
        verification.checkPartials()
        verification.checkJournal()
        verification.checkKnown(known)
        verification.report.map = verification.map
        return verification.report
    }

    private init(
        _ directory: Directory, _ verifier: NoteVerifier, _ linker: EntryLinker?, _ carried: PracticeMap,
        _ known: [Checkpoint]
    ) {
        snapshot = JournalSnapshot(directory, verifier)
        let start = (try? snapshot.segments.get())?.first?.header.first
        wanted = Set(known.map(\.size) + (start.map { [$0] } ?? []))
        self.directory = directory
        self.verifier = verifier
        self.linker = linker
        map = linker == nil ? nil : PracticeMap(carrying: carried)
        store = TileStore(directory: directory, size: 0)
    }

    /// Reads the published checkpoint; false when there is one that cannot be believed, nor then any size.
    private mutating func readCheckpoint() -> Bool {
        do {
            let published = try snapshot.published.get()
            store = TileStore(directory: directory, size: published?.size ?? 0)
            publishedRoot = published?.root
            report.size = store.size
            return true
        } catch {
            report.add(error)
            return false
        }
    }

    /// Reads bundles and level 0 in windows, several at once, and judges each in order, up to the limit of problems.
    private mutating func checkBundles() {
        let total = store.size / TilePath.width + (store.size % TilePath.width == 0 ? 0 : 1)
        var next: UInt64 = 0
        while next < total, report.problems.count < VerificationReport.limit {
            let count = Int(min(UInt64(LedgerVerification.window), total - next))
            for check in read(from: next, count: count) { judge(check) }
            next += UInt64(count)
        }
        if let end = tree(edge: edge[...]) { keep(end) }
    }

    /// Keeps a recomputed tree if it is wanted.
    mutating func keep(_ tree: CompactTree) { if wanted.contains(tree.size) { trees[tree.size] = tree } }

    private mutating func keepTrees(in index: UInt64, _ leaves: [Hash]) {
        for size in wanted where size / TilePath.width == index && size % TilePath.width <= leaves.count {
            if let tree = tree(edge: leaves.prefix(Int(size % TilePath.width))) { keep(tree) }
        }
    }

    private func read(from first: UInt64, count: Int) -> [BundleCheck] {
        let (store, linker) = (store, linker)
        let results = Mutex<[BundleCheck]>([])
        DispatchQueue.concurrentPerform(iterations: count) { offset in
            let check = BundleCheck(first + UInt64(offset), store: store, linker: linker)
            results.withLock { $0.append(check) }
        }
        return results.withLock { $0 }.sorted { $0.index < $1.index }
    }

    /// Chooses the hashes to go on with, follows the chains, and adds the bundle's subtree.
    private mutating func judge(_ check: BundleCheck) {
        for problem in check.problems { report.add(problem) }
        let isFull = TilePath.count(level: 0, index: check.index, size: store.size) == TilePath.width
        let parent = isFull ? storedParent(of: check.index) : nil
        let leaves = chooseLeaves(check, parent)
        follow(check, leaves)
        if let leaves { keepTrees(in: check.index, leaves) }
        if !isFull {
            edge = leaves ?? []
        } else {
            // Behind a gap no tree is known.
            if leaves == nil, parent == nil { wanted = [] }
            levels[0].append(leaves.map { TreeHash.fold($0[...]) } ?? parent ?? .zero)
        }
    }

    private mutating func storedParent(of index: UInt64) -> Hash? {
        let tile = try? store.tile(level: 1, index: index / TilePath.width)
        let place = Int(index % TilePath.width)
        return tile.flatMap { $0.indices.contains(place) ? $0[place] : nil }
    }

    /// When entries and tile differ, whichever agrees with what stands above them is right, and the other is reported.
    private mutating func chooseLeaves(_ check: BundleCheck, _ parent: Hash?) -> [Hash]? {
        guard let leaves = check.leaves, let tile = check.tile else { return check.leaves ?? check.tile }
        guard leaves != tile else { return leaves }
        let differing = leaves.indices.filter { leaves[$0] != tile[$0] }
        let above = parent ?? publishedRoot
        func fits(_ hashes: [Hash]) -> Bool {
            above == (parent == nil ? tree(edge: hashes[...])?.root : TreeHash.fold(hashes[...]))
        }
        let (leavesFit, tileFits) = (fits(leaves), fits(tile))
        if !leavesFit {
            let file = TilePath.bundle(index: check.index, count: UInt64(leaves.count))
            for offset in differing {
                report.add(
                    LedgerError(.entryMismatch, file: file, position: check.index * TilePath.width + UInt64(offset)))
            }
        }
        if !tileFits {
            let file = TilePath.tile(level: 0, index: check.index, count: UInt64(tile.count))
            report.add(LedgerError(.tileMismatch, file: file, position: differing.first.map(UInt64.init)))
        }
        return leavesFit || !tileFits ? leaves : tile
    }

    /// Checks each entry's link; after a break the chain is taken up again, so that one fault is one problem.
    private mutating func follow(_ check: BundleCheck, _ leaves: [Hash]?) {
        guard map != nil, let leaves, check.links.count == leaves.count else {
            map = nil
            return
        }
        for (link, leaf) in zip(check.links, leaves) { follow(link, leaf) }
    }

    mutating func follow(_ link: Result<EntryLink?, LedgerError>, _ leaf: Hash) {
        do { try map?.append(try link.get(), leaf: leaf) } catch {
            report.add(error)
            map?.resume(try? link.get(), leaf: leaf)
        }
    }
}
