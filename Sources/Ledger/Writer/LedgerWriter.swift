import Dispatch
import Foundation
import Synchronization

/// The only writer of a ledger: group commit with one `fdatasync` a batch (entries and signed checkpoint together),
/// tiles published from the journal later. Open until ``close()``; two threads of its own do the work.
///
/// Invariants: a receipt completes only when its entries and a signed checkpoint over them are durable (I1, I2); each
/// checkpoint extends the one signed before (I3); any failure after an entry got its index ends the process, and a
/// failed sync is never tried again.
public final class LedgerWriter: Sendable {
    /// The longest entry in bytes (C2SP tlog-tiles entry bundles).
    public static let entryLimit = 65_535

    let directory: Directory
    let options: LedgerOptions
    let signer: NoteSigner
    let state: Mutex<WriterState>
    let work = DispatchSemaphore(value: 0)
    let publishing = DispatchSemaphore(value: 0)
    private let finished = DispatchSemaphore(value: 0)
    private let lock: LockFile
    /// What each call may need on disk beyond its entries: header, checkpoint, padding.
    let overhead: Int

    init(
        directory: Directory, signer: NoteSigner, options: LedgerOptions, lock: LockFile, recovered: Recovery
    ) {
        self.directory = directory
        self.signer = signer
        self.options = options
        self.lock = lock
        overhead = LedgerWriter.overhead(signer)
        state = Mutex(
            WriterState(
                next: recovered.tree.size, planned: options.segmentBytes - recovered.offset,
                committed: recovered.checkpoint, frames: recovered.frames, segments: recovered.segments))
        let committer = Committer(writer: self, recovered: recovered)
        let publisher = Publisher(writer: self, recovered: recovered)
        start("ledger-commit") { committer.run() }
        start("ledger-publish") { publisher.run() }
        publishing.signal()
    }

    private func start(_ name: String, _ body: @escaping @Sendable () -> Void) {
        let finished = self.finished
        let thread = Thread {
            body()
            finished.signal()
        }
        thread.name = name
        thread.start()
    }

    static func overhead(_ signer: NoteSigner) -> Int { 1024 + 2 * signer.key.name.utf8.count }

    /// Appends entries, in the order of the calls, and returns at once; nothing is durable before the receipt says so.
    ///
    /// The entries of one call stay together in one batch. Throws, with nothing changed: `emptyAppend`, `tooLarge`
    /// (an entry above 65,535 bytes, or more than a quarter of a segment in one call), `closed`, `queueFull`,
    /// `noSpace`.
    public func append(_ entries: [[UInt8]]) throws(LedgerError) -> Receipt {
        guard !entries.isEmpty else { throw LedgerError(.emptyAppend) }
        var bytes = 0
        for entry in entries {
            guard entry.count <= LedgerWriter.entryLimit else {
                throw LedgerError(.tooLarge, position: UInt64(entry.count))
            }
            bytes += 2 + entry.count
        }
        guard bytes + overhead <= options.segmentBytes / 4 else {
            throw LedgerError(.tooLarge, position: UInt64(bytes))
        }
        let outcome = state.withLock { $0.enqueue(entries, bytes: bytes, overhead: overhead, options: options) }
        switch outcome {
        case .success(let (first, wake)):
            if wake { work.signal() }
            return Receipt(first: first, count: entries.count, writer: self)
        case .failure(let error):
            if error.code == .noSpace { publishing.signal() }
            throw error
        }
    }

    /// The latest durable checkpoint; size 0 in a new ledger.
    public var checkpoint: SignedCheckpoint { state.withLock { $0.committed } }

    /// The index that the next appended entry gets.
    public var nextIndex: UInt64 { state.withLock { $0.next } }

    func whenCommitted(
        size: UInt64, _ body: @escaping @Sendable (Result<SignedCheckpoint, LedgerError>) -> Void
    ) {
        let known: Result<SignedCheckpoint, LedgerError>? = state.withLock { state in
            if state.committed.size >= size { return .success(state.committed) }
            if state.ending == .abandon { return .failure(LedgerError(.closed)) }
            state.waiters.append((size, body))
            return nil
        }
        if let known { body(known) }
    }

    /// Commits and publishes everything, drops the journal, ends the threads and unlocks. Blocks meanwhile; a second
    /// call does nothing. Call it from a thread that may block.
    public func close() { end(.close) }

    /// Stops at once, as if the process were killed: for tests of recovery.
    func abandon() { end(.abandon) }

    private func end(_ ending: WriterState.Ending) {
        let isFirst = state.withLock { state in
            guard state.ending == .none else { return false }
            state.ending = ending
            return true
        }
        guard isFirst else { return }
        work.signal()
        finished.wait()
        publishing.signal()
        finished.wait()
        lock.unlock()
    }
}
