/// Reading a whole journal back: the same code recovers a writer, serves a reader and verifies.
package struct JournalReplay {
    /// The tree before the first frame, then after each.
    package private(set) var tree: CompactTree
    /// The last complete batch's checkpoint.
    private(set) var last: SignedCheckpoint?
    /// The last segment and where its next frame goes; nil without segments.
    package private(set) var tail: (header: SegmentHeader, offset: Int)?
    /// Whether something torn stands at the tail.
    private(set) var isTorn = false
    private let published: SignedCheckpoint?
    private let verifier: NoteVerifier
    private let everySignature: Bool

    /// Starts at the first segment's place in the tree, which `tiles` (at the published size) must cover, unless the
    /// tree there is known.
    private init(
        start: SegmentHeader, before: CompactTree?, published: SignedCheckpoint?, tiles: inout TileStore,
        verifier: NoteVerifier, everySignature: Bool
    ) throws {
        guard start.first <= tiles.size else { throw LedgerError(.journalGap, file: start.file, position: tiles.size) }
        if let before, before.size == start.first {
            tree = before
        } else {
            tree = CompactTree(size: start.first, peaks: try tiles.peakHashes(0, start.first)) ?? CompactTree()
        }
        self.published = published
        self.verifier = verifier
        self.everySignature = everySignature
    }

    /// Reads every frame and checks that it continues the tree, that the tree has the root that its checkpoint says,
    /// and that the last checkpoint is signed (or every one). `visit` gets each frame with its segment and leaf hashes.
    ///
    /// Returns nil when there is no segment. Throws `journalDamaged`, `journalGap`, `forked` (the journal contradicts
    /// the published checkpoint), `badSignature`, or what reading throws.
    package static func run(
        directory: Directory, published: SignedCheckpoint?, verifier: NoteVerifier, everySignature: Bool = false,
        before: CompactTree? = nil, segments: [JournalSegment]? = nil,
        visit: (JournalFrame, JournalSegment, [Hash]) throws -> Void
    ) throws -> JournalReplay? {
        let files = try segments?.map(\.file) ?? SegmentHeader.files(in: directory)
        guard let first = files.first else { return nil }
        var tiles = TileStore(directory: directory, size: published?.size ?? 0)
        let start = try segments?.first?.header ?? JournalSegment.header(file: first, in: directory)
        var replay = try JournalReplay(
            start: start, before: before, published: published, tiles: &tiles, verifier: verifier,
            everySignature: everySignature)
        for (place, file) in files.enumerated() {
            guard !replay.isTorn else {
                throw LedgerError(
                    .journalDamaged, file: replay.tail?.header.file, position: replay.tail.map { UInt64($0.offset) })
            }
            try replay.read(try segments?[place] ?? JournalSegment(file: file, in: directory), visit)
        }
        try replay.finish()
        return replay
    }

    private mutating func read(
        _ segment: JournalSegment, _ visit: (JournalFrame, JournalSegment, [Hash]) throws -> Void
    ) throws {
        guard segment.header.first == tree.size else {
            throw LedgerError(.journalGap, file: segment.file, position: tree.size)
        }
        guard segment.header.root == tree.root else {
            throw LedgerError(.journalDamaged, file: segment.file, position: 0)
        }
        var offset = FrameHeader.sector
        reading: while true {
            switch segment.item(at: offset) {
            case .frame(let frame):
                try visit(frame, segment, try apply(frame, segment))
                offset = frame.end
            case .end:
                break reading
            case .torn:
                isTorn = true
                break reading
            case .damaged:
                throw LedgerError(.journalDamaged, file: segment.file, position: UInt64(offset))
            }
        }
        tail = (segment.header, offset)
    }

    private mutating func apply(_ frame: JournalFrame, _ segment: JournalSegment) throws -> [Hash] {
        let damaged = LedgerError(.journalDamaged, file: frame.file, position: UInt64(frame.offset))
        guard frame.header.first == tree.size else { throw damaged }
        var leaves: [Hash] = []
        leaves.reserveCapacity(frame.entries.count)
        for entry in frame.entries { leaves.append(TreeHash.leaf(segment.bytes.span.extracting(entry))) }
        for leaf in leaves { tree.append(leaf) }
        guard let note = try? SignedNote(frame.note), let checkpoint = try? Checkpoint(text: note.text),
            checkpoint.size == tree.size, checkpoint.root == tree.root
        else { throw damaged }
        if let published, published.size == tree.size, published.root != tree.root {
            throw LedgerError(.forked, file: frame.file, position: tree.size)
        }
        if let published, frame.header.first < published.size, published.size < tree.size { throw damaged }
        if everySignature {
            do { _ = try SignedCheckpoint(frame.note, verifier: verifier) } catch {
                throw LedgerError(error.code, file: frame.file, position: UInt64(frame.offset))
            }
        }
        lastFrame = frame
        return leaves
    }

    private var lastFrame: JournalFrame?

    private mutating func finish() throws {
        guard let frame = lastFrame else { return }
        do { last = try SignedCheckpoint(frame.note, verifier: verifier) } catch {
            throw LedgerError(error.code, file: frame.file, position: UInt64(frame.offset))
        }
    }
}
