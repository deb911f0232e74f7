import Glibc

/// The committing thread: takes what is queued, writes it with a signed checkpoint as one frame, syncs once, answers.
struct Committer: Sendable {
    private let writer: LedgerWriter
    private var tree: CompactTree
    /// The checkpoint signed last: the next one is signed only over a tree that continues exactly this one.
    private var signed: Checkpoint
    private var segment: Segment
    private var offset: Int

    /// The segment being written.
    private struct Segment: Sendable {
        let file: String
        let descriptor: Int32
    }

    init(writer: LedgerWriter, recovered: Recovery) {
        self.writer = writer
        tree = recovered.tree
        signed = recovered.checkpoint.checkpoint
        segment = Segment(file: recovered.segments.last?.file ?? "", descriptor: recovered.descriptor)
        offset = recovered.offset
    }

    /// Works until the writer ends; every failure ends the process.
    func run() {
        var committer = self
        do {
            while committer.waitForWork() {
                let batch = writer.state.withLock { $0.takeBatch(limit: writer.options.batchEntries) }
                try committer.commit(batch)
            }
        } catch let error as LedgerError {
            writer.options.onFailure(error)
        } catch {
            writer.options.onFailure(LedgerError(.system))
        }
        close(committer.segment.descriptor)
        committer.leave()
    }

    /// Sleeps until there is something to commit; false when there will be nothing more.
    private func waitForWork() -> Bool {
        while true {
            let (ready, ending) = writer.state.withLock { state in
                state.isIdle = state.queue.isEmpty
                return (!state.queue.isEmpty, state.ending)
            }
            if ending == .abandon { return false }
            if ready { return true }
            if ending == .close { return false }
            writer.work.wait()
        }
    }

    private mutating func commit(_ batch: [WriterState.Call]) throws {
        if batch.first?.opensSegment == true { try openSpare() }
        let before = tree
        guard let first = batch.first?.first, first == before.size else {
            throw LedgerError(.forked, position: tree.size)
        }
        var frame = [UInt8](repeating: 0, count: FrameHeader.length)
        let bytes = batch.reduce(0) { $0 + $1.entries.reduce(0) { $0 + $1.count + 2 } }
        frame.reserveCapacity(FrameHeader.padded(bytes + writer.overhead))
        for call in batch {
            for entry in call.entries {
                EntryBundle.append(entry, to: &frame)
                tree.append(TreeHash.leaf(entry))
            }
        }
        let checkpoint = try sign(expecting: before)
        seal(&frame, first: first, note: checkpoint.bytes)
        try write(frame)
        let place = FramePlace(file: segment.file, offset: offset, length: frame.count, size: checkpoint.size)
        offset += frame.count
        answer(checkpoint, place, batch, bytes: bytes)
    }

    /// Compare and swap: signs the present tree only if the checkpoint signed last is that of the tree before.
    private mutating func sign(expecting before: CompactTree) throws -> SignedCheckpoint {
        guard signed.size == before.size, signed.root == before.root, tree.size > before.size else {
            throw LedgerError(.forked, position: before.size)
        }
        signed = Checkpoint(origin: signed.origin, size: tree.size, root: tree.root)
        return try SignedCheckpoint(signing: signed, with: writer.signer)
    }

    /// Writes the header into the room left for it, then the checkpoint and the padding.
    private func seal(_ frame: inout [UInt8], first: UInt64, note: [UInt8]) {
        let entriesLength = frame.count - FrameHeader.length
        let header = FrameHeader(first: first, count: Int(tree.size - first), entriesLength: entriesLength, note: note)
        frame.replaceSubrange(..<FrameHeader.length, with: header.bytes)
        frame += note
        frame += [UInt8](repeating: 0, count: header.paddedLength - frame.count)
    }

    private func write(_ frame: [UInt8]) throws(LedgerError) {
        guard offset + frame.count <= writer.options.segmentBytes else {
            throw LedgerError(.noSpace, file: segment.file, position: UInt64(offset))
        }
        try writer.directory.write(frame, to: segment.descriptor, at: offset, file: segment.file)
        guard fdatasync(segment.descriptor) == 0 else { throw writer.directory.syncFailure(segment.file) }
    }

    /// Makes the committed batch known, first to the state, then to those who wait for it.
    private func answer(_ checkpoint: SignedCheckpoint, _ place: FramePlace, _ batch: [WriterState.Call], bytes: Int) {
        let (served, publish) = writer.state.withLock { state in
            state.committed = checkpoint
            state.frames.append(place)
            state.queuedBytes -= bytes
            state.settle(batch, written: place.length)
            let all = state.waiters
            state.waiters.removeAll(keepingCapacity: true)
            var served = all
            if all.contains(where: { $0.size > checkpoint.size }) {
                served = all.filter { $0.size <= checkpoint.size }
                state.waiters = all.filter { $0.size > checkpoint.size }
            }
            return (served, state.frames.count == 1 || Publisher.isDue(state, writer.options))
        }
        for waiter in served { waiter.body(.success(checkpoint)) }
        if publish { writer.publishing.signal() }
    }

    /// Makes the spare segment the one that is written.
    private mutating func openSpare() throws {
        close(segment.descriptor)
        let header = SegmentHeader(first: tree.size, root: tree.root)
        let descriptor = try Committer.adoptSpare(as: header, in: writer.directory)
        segment = Segment(file: header.file, descriptor: descriptor)
        offset = FrameHeader.sector
        writer.state.withLock { state in
            state.segments.append(header)
            state.spare = .missing
        }
        writer.publishing.signal()
    }

    /// Gives the spare its header and its name, durably, and returns it open.
    static func adoptSpare(as header: SegmentHeader, in directory: Directory) throws(LedgerError) -> Int32 {
        let descriptor = try directory.openFile(SegmentHeader.spare)
        try directory.write(header.bytes, to: descriptor, at: 0, file: SegmentHeader.spare)
        guard fdatasync(descriptor) == 0 else { throw directory.syncFailure(SegmentHeader.spare) }
        try directory.rename(SegmentHeader.spare, to: header.file)
        try directory.sync(directory: SegmentHeader.directory)
        return descriptor
    }

    /// Reserves the spare: a new file of zeroes with all its blocks. Throws `noSpace`, leaving nothing behind.
    ///
    /// Where there is no room it does not even try: until such an attempt fails, it takes what room there is from the stores.
    static func reserveSpare(bytes: Int, in directory: Directory) throws(LedgerError) {
        try directory.remove(SegmentHeader.spare)
        guard directory.hasRoom(for: bytes) else {
            errno = ENOSPC
            throw directory.failure(SegmentHeader.spare)
        }
        let descriptor = try directory.openFile(SegmentHeader.spare, create: true)
        defer { close(descriptor) }
        let code = posix_fallocate(descriptor, 0, off_t(bytes))
        guard code == 0 else {
            try directory.remove(SegmentHeader.spare)
            errno = code
            throw directory.failure(SegmentHeader.spare)
        }
        guard fsync(descriptor) == 0 else { throw directory.syncFailure(SegmentHeader.spare) }
        try directory.sync(directory: SegmentHeader.directory)
    }

    private func leave() {
        let left = writer.state.withLock { state in
            state.isDrained = true
            let left = state.waiters
            state.waiters.removeAll()
            return left
        }
        for waiter in left { waiter.body(.failure(LedgerError(.closed))) }
    }
}
