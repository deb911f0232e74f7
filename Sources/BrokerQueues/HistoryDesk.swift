import BrokerAPI
import Dispatch
import Synchronization
import Vocabulary

/// Reads histories one after another on one thread, so that they take at most one processor from those who ask for keys and
/// none of the threads that these wait on. What would wait too long is turned away.
package final class HistoryDesk: Sendable {
    /// Most readings that wait or are at work.
    package static let maximumWaiting = 64
    /// Most of them of one practice.
    package static let maximumOfPractice = 16
    /// Most of them of one holder.
    package static let maximumOfHolder = 4
    private let queue = DispatchQueue(label: "broker-history")
    private let waiting = Mutex<[PracticeID: [Holder: Int]]>([:])

    /// Makes a desk at which nobody waits.
    package init() {}

    /// Holds a place for what `body` does. Throws `unavailable` when too many wait, and what `body` throws.
    package func place<R>(_ holder: Holder, of practice: PracticeID, _ body: () async throws -> R) async throws -> R {
        try enter(holder, practice)
        defer { leave(holder, practice) }
        return try await body()
    }

    /// Runs `body` in its turn. Throws what it throws.
    package func run<R: Sendable>(_ body: @escaping @Sendable () throws -> R) async throws -> R {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try body() }) }
        }
    }

    private func enter(_ holder: Holder, _ practice: PracticeID) throws {
        try waiting.withLock { waiting in
            let own = waiting[practice, default: [:]]
            let all = waiting.values.reduce(0) { $1.values.reduce($0, +) }
            guard own[holder, default: 0] < HistoryDesk.maximumOfHolder,
                own.values.reduce(0, +) < HistoryDesk.maximumOfPractice, all < HistoryDesk.maximumWaiting
            else { throw BrokerFailure(.unavailable, "histories") }
            waiting[practice, default: [:]][holder, default: 0] += 1
        }
    }

    private func leave(_ holder: Holder, _ practice: PracticeID) {
        waiting.withLock { waiting in
            let left = (waiting[practice]?[holder] ?? 1) - 1
            waiting[practice]?[holder] = left > 0 ? left : nil
            if waiting[practice]?.isEmpty ?? false { waiting[practice] = nil }
        }
    }
}
