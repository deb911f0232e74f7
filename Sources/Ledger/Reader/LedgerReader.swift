/// Reads a ledger's files, on the spot or in a copy, with or without a writer at work. It holds one moment: the latest
/// checkpoint when it was made, published or still in the journal.
///
/// A live journal's last batch may be seen shortly before it is durable; ask the writer when that matters.
/// Whatever is handed out as a root or proof was checked against the signed checkpoint.
public struct LedgerReader: NodeSource, Sendable {
    /// The latest signed checkpoint.
    public let checkpoint: SignedCheckpoint
    var store: TileStore
    let tail: JournalTail
    private static let attempts = 5

    /// Opens a directory. With `journal` false, only what is published is read.
    ///
    /// Throws `missing` for an empty ledger, `badSignature`, `wrongOrigin`, `malformed`, `journalDamaged`,
    /// `journalGap`, `forked` or `system`, with the place.
    public init(directory path: String, verifier: NoteVerifier, journal: Bool = true) throws {
        var attempt = 1
        while true {
            do {
                self = try LedgerReader(once: Directory(path: path), verifier, journal)
                return
            } catch {
                // A writer may publish, and drop a segment, between two reads; then a second look succeeds.
                guard attempt < LedgerReader.attempts else { throw error }
                attempt += 1
            }
        }
    }

    private init(once directory: Directory, _ verifier: NoteVerifier, _ journal: Bool) throws {
        let published = try PublishedCheckpoint.read(in: directory, verifier: verifier)
        var store = TileStore(directory: directory, size: published?.size ?? 0)
        var tail = JournalTail(first: store.size)
        var latest = published
        if journal {
            let replay = try JournalReplay.run(directory: directory, published: published, verifier: verifier) {
                tail.append($0, $1, $2)
            }
            if let last = replay?.last, last.size > store.size { latest = last }
            try tail.build(over: &store)
        }
        guard let latest else { throw LedgerError(.missing, file: PublishedCheckpoint.file) }
        checkpoint = latest
        self.store = store
        self.tail = tail
    }

    /// The number of entries.
    public var size: UInt64 { checkpoint.size }

    /// The hash of a complete subtree, from tiles or the journal; not checked by itself.
    public mutating func node(level: Int, index: UInt64) throws -> Hash {
        guard (0..<63).contains(level), index < UInt64(Int64.max) >> UInt64(level) else {
            throw LedgerError(.outOfRange, position: index)
        }
        if (index + 1) << UInt64(level) <= store.size { return try store.node(level: level, index: index) }
        return try tail.node(level: level, index: index)
    }

    /// The entry at `index`, checked against its leaf in the tree. Throws `outOfRange`, `entryMismatch`, or what
    /// reading throws.
    public mutating func entry(at index: UInt64) throws -> [UInt8] {
        guard index < size else { throw LedgerError(.outOfRange, position: index) }
        let entry: [UInt8]
        var file: String?
        if index >= store.size {
            entry = tail.withEntry(Int(index - store.size)) { unsafe $0.withUnsafeBytes { unsafe Array($0) } }
        } else {
            let bundle = try store.bundle(index / TilePath.width)
            entry = Array(bundle.bytes[bundle.entries[Int(index % TilePath.width)]])
            file = bundle.path
        }
        guard TreeHash.leaf(entry) == (try node(level: 0, index: index)) else {
            throw LedgerError(.entryMismatch, file: file, position: index)
        }
        return entry
    }
}
