import BrokerAPI
import Dispatch
import Synchronization

/// Threads of their own for the slow hashes of passwords: two, with 64 waiting at most, so that neither other work nor memory
/// suffers from who tries many.
package final class HashingThreads: Sendable {
    private let threads = [DispatchQueue(label: "colloque.hash.0"), DispatchQueue(label: "colloque.hash.1")]
    private let state = Mutex((waiting: 0, next: 0))
    private static let capacity = 66

    /// Makes the two threads.
    package init() {}

    /// Runs work on one of the threads. Throws `unavailable` when too many wait.
    package func run<R: Sendable>(_ work: @escaping @Sendable () throws -> R) async throws -> R {
        let thread: DispatchQueue? = state.withLock { state in
            guard state.waiting < HashingThreads.capacity else { return nil }
            state.waiting += 1
            state.next = (state.next + 1) % threads.count
            return threads[state.next]
        }
        guard let thread else { throw BrokerFailure(.unavailable, "too many sign-ins") }
        defer { state.withLock { $0.waiting -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            thread.async { continuation.resume(with: Result(catching: work)) }
        }
    }
}
