import Ledger
import LedgerMap

/// Re-reads every entry of a log: checks each practice's chain, recomputes the practice map, and compares it with the
/// log's own `index` entries. What it has passed, a witness may cosign.
public struct Monitor: Sendable {
    /// What an `index` entry says: how many entries its map covers, and the map's root.
    public struct Index: Hashable, Sendable {
        /// The entries covered: at most the index entry's own index.
        public let size: UInt64
        /// The root of the map.
        public let root: Hash

        /// Makes it of its parts.
        public init(size: UInt64, root: Hash) {
            self.size = size
            self.root = root
        }
    }

    /// Reads an `index` entry; nil for other entries. Throws when the entry cannot be read.
    public typealias IndexReader = @Sendable (Span<UInt8>) throws -> Index?

    private let linker: EntryLinker
    private let indexReader: IndexReader
    /// The map over everything that was read.
    public private(set) var map: PracticeMap
    /// The last checkpoint that was passed.
    public private(set) var passed: Checkpoint?
    /// The map as of the last index entry's size, and what has happened since.
    private var covered: PracticeMap
    private var since: [(link: EntryLink?, leaf: Hash)] = []

    /// Makes a monitor of a log from its beginning; `carried` when the log continues an older one.
    public init(carried: PracticeMap = PracticeMap(), linker: @escaping EntryLinker, indexReader: @escaping IndexReader)
    {
        self.linker = linker
        self.indexReader = indexReader
        map = PracticeMap(carrying: carried)
        covered = map
    }

    /// Reads everything from where it stopped up to the reader's checkpoint.
    ///
    /// Throws `chainBroken` or `indexMismatch` with the entry's index, `rolledBack` or `forked` when the log is not the
    /// one it was, or what reading throws; then nothing of it is kept, and the checkpoint must not be cosigned.
    public mutating func advance(_ reader: inout LedgerReader) throws {
        var next = self
        try next.read(&reader)
        self = next
    }

    private mutating func read(_ reader: inout LedgerReader) throws {
        let checkpoint = reader.checkpoint.checkpoint
        if let passed {
            guard passed.origin == checkpoint.origin else { throw LedgerError(.wrongOrigin) }
            guard passed.size <= checkpoint.size else { throw LedgerError(.rolledBack, position: passed.size) }
            guard try reader.root(at: passed.size) == passed.root else {
                throw LedgerError(.forked, position: passed.size)
            }
        }
        try reader.forEach(from: map.size, to: checkpoint.size) { index, entry in try take(index, entry) }
        passed = checkpoint
    }

    private mutating func take(_ index: UInt64, _ entry: Span<UInt8>) throws {
        let leaf = TreeHash.leaf(entry)
        let link: EntryLink?
        do { link = try linker(entry) } catch { throw LedgerError(.chainBroken, position: index) }
        let claim: Index?
        do { claim = try indexReader(entry) } catch { throw LedgerError(.indexMismatch, position: index) }
        if let claim { try check(claim, at: index) }
        try map.append(link, leaf: leaf)
        since.append((link, leaf))
    }

    /// Brings the covered map to the size that an index entry names, and compares.
    private mutating func check(_ claim: Index, at index: UInt64) throws(LedgerError) {
        guard claim.size >= covered.size, claim.size <= index else {
            throw LedgerError(.indexMismatch, position: index)
        }
        let count = Int(claim.size - covered.size)
        for event in since.prefix(count) { try covered.append(event.link, leaf: event.leaf) }
        since.removeFirst(count)
        guard covered.root == claim.root else { throw LedgerError(.indexMismatch, position: index) }
    }
}
