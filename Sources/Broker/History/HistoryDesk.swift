import BrokerAPI
import Dispatch
import Synchronization
import Vocabulary

/// Reads histories one after another on one thread, so that they take at most one processor from those who ask for keys and
/// none of the threads that these wait on. What would wait too long is turned away.
final class HistoryDesk: Sendable {
    /// Most readings that wait or are at work.
    static let maximumWaiting = 64
    /// Most of them of one holder.
    static let maximumOfHolder = 4
    private let queue = DispatchQueue(label: "broker-history")
    private let waiting = Mutex<[Holder: Int]>([:])

    /// Runs `body` in its turn. Throws `unavailable` when too many wait, and what `body` throws.
    func run<R: Sendable>(_ holder: Holder, _ body: @escaping @Sendable () throws -> R) async throws -> R {
        try enter(holder)
        defer { leave(holder) }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try body() }) }
        }
    }

    private func enter(_ holder: Holder) throws {
        try waiting.withLock { waiting in
            let own = waiting[holder, default: 0]
            guard own < HistoryDesk.maximumOfHolder, waiting.values.reduce(0, +) < HistoryDesk.maximumWaiting else {
                throw BrokerFailure(.unavailable, "histories")
            }
            waiting[holder] = own + 1
        }
    }

    private func leave(_ holder: Holder) {
        waiting.withLock { waiting in
            let left = waiting[holder, default: 1] - 1
            waiting[holder] = left > 0 ? left : nil
        }
    }
}
