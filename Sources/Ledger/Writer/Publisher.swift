import Dispatch
import Glibc

/// The publishing thread: keeps a spare segment reserved, writes tiles, bundles and `checkpoint` from the journal, and
/// drops segments that are published.
struct Publisher: Sendable {
    private let writer: LedgerWriter
    private var builder: TileBuilder

    init(writer: LedgerWriter, recovered: Recovery) {
        self.writer = writer
        builder = recovered.builder
    }

    /// Whether enough is committed to publish without waiting.
    static func isDue(_ state: WriterState, _ options: LedgerOptions) -> Bool {
        guard let first = state.frames.first else { return false }
        return state.committed.size - first.size >= options.publishEntries
    }

    /// Works until the writer ends; every failure but a full disk ends the process.
    ///
    /// It gives way to the committing thread and to those who wait for it: what it does may come later, and comes in bursts.
    func run() {
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
        var publisher = self
        do {
            while try publisher.step() {}
        } catch let error as LedgerError {
            writer.options.onFailure(error)
        } catch {
            writer.options.onFailure(LedgerError(.system))
        }
    }

    /// One round; false at the end.
    private mutating func step() throws -> Bool {
        let (ending, drained) = writer.state.withLock { ($0.ending, $0.isDrained) }
        if drained {
            if ending == .close { try finish() }
            return false
        }
        try reserve()
        let (pending, due) = writer.state.withLock { (!$0.frames.isEmpty, Publisher.isDue($0, writer.options)) }
        if due {
            if try publish() { return true }
        } else if !pending {
            wait()
            return true
        }
        let isLate = !waitForInterval()
        if isLate { _ = try publish() }
        return true
    }

    /// Waits until something is committed, or for a while when a spare could not be reserved.
    private func wait() {
        if writer.state.withLock({ $0.spare == .missing }) { _ = waitForInterval() } else { writer.publishing.wait() }
    }

    /// Waits for a signal or the publishing interval; false when the interval passed.
    private func waitForInterval() -> Bool {
        let interval = DispatchTimeInterval.milliseconds(writer.options.publishMilliseconds)
        return writer.publishing.wait(timeout: .now() + interval) == .success
    }

    /// Reserves a spare segment when there is none; a full disk is not an error, `append` refuses meanwhile.
    private func reserve() throws(LedgerError) {
        guard writer.state.withLock({ $0.spare == .missing && $0.ending == .none }) else { return }
        do {
            try Committer.reserveSpare(bytes: writer.options.segmentBytes, in: writer.directory)
        } catch {
            guard error.code == .noSpace else { throw error }
            return
        }
        writer.state.withLock { $0.spare = .ready }
    }

    /// Publishes the next ``LedgerOptions/publishEntries`` or so; false when the disk was too full, in which case
    /// nothing changed.
    private mutating func publish() throws(LedgerError) -> Bool {
        let limit = builder.size + min(writer.options.publishEntries, 1 << 20)
        let frames = writer.state.withLock { state in
            let end = state.frames.firstIndex { $0.size >= limit }.map { $0 + 1 } ?? state.frames.count
            return Array(state.frames[..<end])
        }
        var next = builder
        var note: [UInt8] = []
        for frame in frames { note = try Publisher.read(frame, into: &next, in: writer.directory) }
        guard !frames.isEmpty else { return true }
        let last = try SignedCheckpoint(note, verifier: NoteVerifier(key: writer.signer.key))
        guard let tree = next.tree, tree.size == last.size, tree.root == last.root else {
            throw LedgerError(.rootMismatch, file: frames.last?.file, position: last.size)
        }
        let files = next.takeFiles()
        do {
            try stage(files)
        } catch {
            guard error.code == .noSpace else { throw error }
            for file in files { try writer.directory.remove(file.path + ".tmp") }
            return false
        }
        try writer.directory.finish(files.map(\.path))
        do {
            try writer.directory.replace("checkpoint", last.bytes)
        } catch {
            guard error.code == .noSpace else { throw error }
            return false
        }
        builder = next
        for file in files { if let old = file.supersedes { try removePartials(old) } }
        writer.state.withLock { $0.frames.removeFirst(frames.count) }
        try dropSegments(keepingLast: true)
        return true
    }

    private func stage(_ files: [TileBuilder.File]) throws(LedgerError) {
        for file in files { try writer.directory.stage(file.path, file.content) }
    }

    private func removePartials(_ old: String) throws(LedgerError) {
        let names = try writer.directory.list(old)
        for name in names { try writer.directory.remove("\(old)/\(name)") }
        if !names.isEmpty { try writer.directory.removeDirectory(old) }
    }

    /// Feeds a committed batch, read back from the journal, to the builder; returns its signed checkpoint's bytes.
    private static func read(
        _ place: FramePlace, into builder: inout TileBuilder, in directory: Directory
    ) throws(LedgerError) -> [UInt8] {
        let damaged = LedgerError(.journalDamaged, file: place.file, position: UInt64(place.offset))
        let descriptor = try directory.openFile(place.file)
        defer { close(descriptor) }
        let bytes = try directory.read(descriptor, count: place.length, at: place.offset, file: place.file)
        guard bytes.count == place.length, let header = FrameHeader(bytes[..<FrameHeader.length]),
            header.paddedLength == place.length,
            let entries = EntryBundle.ranges(
                bytes, from: FrameHeader.length, to: FrameHeader.length + header.entriesLength, count: header.count)
        else { throw damaged }
        for entry in entries {
            builder.append(
                bytes[entry.lowerBound - 2..<entry.upperBound], leaf: TreeHash.leaf(bytes.span.extracting(entry)))
        }
        let start = FrameHeader.length + header.entriesLength
        return Array(bytes[start..<start + header.noteLength])
    }

    /// Removes the segments whose every entry is published, oldest first.
    private func dropSegments(keepingLast: Bool) throws(LedgerError) {
        let dropped = writer.state.withLock { state in
            var dropped: [SegmentHeader] = []
            while state.segments.count > 1, state.segments[1].first <= builder.size {
                dropped.append(state.segments.removeFirst())
            }
            if !keepingLast { dropped += state.segments }
            return dropped
        }
        for segment in dropped { try writer.directory.remove(segment.file) }
        if !dropped.isEmpty { try writer.directory.sync(directory: SegmentHeader.directory) }
    }

    /// At the end: publishes the rest; the journal goes if all of it is published.
    private mutating func finish() throws(LedgerError) {
        while writer.state.withLock({ !$0.frames.isEmpty }) {
            guard try publish() else { return }
        }
        try writer.directory.remove(SegmentHeader.spare)
        try dropSegments(keepingLast: false)
    }
}
