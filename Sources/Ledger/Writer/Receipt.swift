import Dispatch

/// What ``LedgerWriter/append(_:)`` returns: the place of the entries, and a way to wait for their being durable.
public struct Receipt: Sendable {
    /// The index of the first entry of the call; the others follow it.
    public let first: UInt64
    /// How many entries the call appended.
    public let count: Int
    let writer: LedgerWriter

    /// Calls `body` once, on the writer's thread or this one, when the entries are durable and covered by a durable
    /// signed checkpoint (which may cover later ones too), or with `closed` when the writer was abandoned before.
    /// `body` must be short and must not block.
    public func whenCommitted(_ body: @escaping @Sendable (Result<SignedCheckpoint, LedgerError>) -> Void) {
        writer.whenCommitted(size: first + UInt64(count), body)
    }

    /// Returns when the entries are durable and covered by a durable signed checkpoint. Throws `closed` when the
    /// writer was abandoned before. Cancelling the task does not shorten the wait: the entries are in the log anyway.
    public func wait() async throws -> SignedCheckpoint {
        try await withCheckedThrowingContinuation { continuation in
            whenCommitted { continuation.resume(with: $0) }
        }
    }

    /// The same for a thread that may block; never for the cooperative pool.
    public func waitBlocking() throws -> SignedCheckpoint {
        let done = DispatchSemaphore(value: 0)
        let box = ResultBox()
        whenCommitted {
            box.result.withLock { [result = $0] in $0 = result }
            done.signal()
        }
        done.wait()
        return try (box.result.withLock { $0 } ?? .failure(LedgerError(.closed))).get()
    }
}
