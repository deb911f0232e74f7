import Glibc

extension LedgerWriter {
    /// Opens a ledger, or makes one in an empty directory, and takes the lock.
    ///
    /// Reads the published checkpoint and the journal back; a last batch whose writing was cut short is removed (its
    /// receipt never completed). Anything else that is not as it should be is refused and left alone.
    /// - Parameters:
    ///   - path: the directory; made (0700) when it does not exist.
    ///   - signer: the log's key; its name is the checkpoint's origin.
    ///   - options: sizes, intervals, and checkpoints that the log must contain.
    ///
    /// Throws `locked`, `noSpace`, `badSignature`, `wrongOrigin`, `missing`, `malformed`, `rootMismatch`,
    /// `journalDamaged`, `journalGap`, `rolledBack`, `forked` or `system`, each with its place.
    public static func open(
        directory path: String, signer: NoteSigner, options: LedgerOptions = LedgerOptions()
    ) throws -> LedgerWriter {
        let directory = Directory(path: path)
        guard signer.key.algorithm == .ed25519, options.segmentBytes >= 4 * (overhead(signer) + FrameHeader.sector)
        else { throw LedgerError(.malformed) }
        guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else { throw directory.failure(nil) }
        let lock = try LockFile(in: directory)
        try directory.makeDirectories(SegmentHeader.directory)
        let recovered = try recover(directory, signer, options)
        return LedgerWriter(directory: directory, signer: signer, options: options, lock: lock, recovered: recovered)
    }

    private static func recover(
        _ directory: Directory, _ signer: NoteSigner, _ options: LedgerOptions
    ) throws -> Recovery {
        let verifier = try NoteVerifier(key: signer.key)
        let published = try PublishedCheckpoint.read(in: directory, verifier: verifier)
        var tiles = TileStore(directory: directory, size: published?.size ?? 0)
        let builder = try tiles.builder()
        guard let start = builder.tree, start.root == published?.root ?? TreeHash.empty else {
            throw LedgerError(.rootMismatch, file: "checkpoint", position: tiles.size)
        }
        var frames: [FramePlace] = []
        let replay = try JournalReplay.run(directory: directory, published: published, verifier: verifier) {
            frame, _, _ in
            guard frame.size > tiles.size else { return }
            let length = frame.header.paddedLength
            frames.append(FramePlace(file: frame.file, offset: frame.offset, length: length, size: frame.size))
        }
        guard (replay?.tree.size ?? tiles.size) >= tiles.size else {
            throw LedgerError(.journalGap, file: replay?.tail?.header.file, position: replay?.tree.size)
        }
        let tree = replay?.tree ?? start
        try check(options.known, directory, verifier, tree)
        let none = Checkpoint(origin: signer.key.name, size: 0, root: TreeHash.empty)
        let checkpoint = try replay?.last ?? published ?? SignedCheckpoint(signing: none, with: signer)
        return try openSegment(
            directory, options,
            Found(tree: tree, checkpoint: checkpoint, builder: builder, frames: frames, tail: replay?.tail))
    }

    /// Refuses a log that does not contain a checkpoint known from elsewhere.
    private static func check(
        _ known: [Checkpoint], _ directory: Directory, _ verifier: NoteVerifier, _ tree: CompactTree
    ) throws {
        for checkpoint in known {
            guard checkpoint.origin == verifier.key.name else { throw LedgerError(.wrongOrigin) }
            guard checkpoint.size <= tree.size else { throw LedgerError(.rolledBack, position: checkpoint.size) }
        }
        guard !known.isEmpty, tree.size > 0 else { return }
        var reader = try LedgerReader(directory: directory.path, verifier: verifier)
        for checkpoint in known where try reader.root(at: checkpoint.size) != checkpoint.root {
            throw LedgerError(.forked, position: checkpoint.size)
        }
    }

    private struct Found {
        let tree: CompactTree
        let checkpoint: SignedCheckpoint
        let builder: TileBuilder
        let frames: [FramePlace]
        let tail: (header: SegmentHeader, offset: Int)?
    }

    /// Cuts what is torn, syncs what was read, reserves again what the segment lacks; makes a first segment if none is.
    private static func openSegment(
        _ directory: Directory, _ options: LedgerOptions, _ found: Found
    ) throws(LedgerError) -> Recovery {
        let descriptor: Int32
        var segments: [SegmentHeader] = []
        let offset = found.tail?.offset ?? FrameHeader.sector
        if let tail = found.tail {
            descriptor = try directory.openFile(tail.header.file)
            try prepare(descriptor, tail, directory, options)
            for file in try SegmentHeader.files(in: directory) {
                segments.append(try JournalSegment.header(file: file, in: directory))
            }
        } else {
            let header = SegmentHeader(first: found.tree.size, root: found.tree.root)
            try Committer.reserveSpare(bytes: options.segmentBytes, in: directory)
            descriptor = try Committer.adoptSpare(as: header, in: directory)
            segments = [header]
        }
        return Recovery(
            tree: found.tree, checkpoint: found.checkpoint, builder: found.builder, frames: found.frames,
            segments: segments, descriptor: descriptor, offset: offset)
    }

    private static func prepare(
        _ descriptor: Int32, _ tail: (header: SegmentHeader, offset: Int), _ directory: Directory,
        _ options: LedgerOptions
    ) throws(LedgerError) {
        let file = tail.header.file
        guard ftruncate(descriptor, off_t(tail.offset)) == 0 else { throw directory.failure(file) }
        let room = max(options.segmentBytes - tail.offset, 0)
        let code = room == 0 ? 0 : posix_fallocate(descriptor, off_t(tail.offset), off_t(room))
        guard code == 0 else {
            errno = code
            throw directory.failure(file)
        }
        guard fsync(descriptor) == 0 else { throw directory.syncFailure(file) }
    }
}
