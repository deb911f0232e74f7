import Synchronization
import Vocabulary

/// The conditions on which something is being written right now: two requests with the same one do not both find nothing and then
/// both write.
final class ConditionClaims: Sendable {
    private let held = Mutex<Set<[String]>>([])

    /// Takes a condition; false when another request holds it.
    func take(_ condition: [String]) -> Bool { held.withLock { $0.insert(condition).inserted } }

    /// Gives it back.
    func leave(_ condition: [String]) { _ = held.withLock { $0.remove(condition) } }
}

extension RecordSession {
    /// Runs a write that depends on what a query finds, while no other of this gateway does with the same query. Throws
    /// `conflict` when one does.
    public func onCondition<R>(_ query: [String], _ body: () async throws -> R) async throws -> R {
        let condition = [practice.description] + query
        guard service.conditions.take(condition) else { throw RecordError.conflict }
        defer { service.conditions.leave(condition) }
        return try await body()
    }
}
