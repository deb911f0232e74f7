import Synchronization
import Vocabulary

/// The conditions on which something is being written right now: two requests with the same one do not both find nothing and then
/// both write.
final class ConditionClaims: Sendable {
    private let held = Mutex<Set<[String]>>([])

    /// Takes all conditions or none; false when another request holds one.
    func take(_ conditions: Set<[String]>) -> Bool {
        held.withLock { held in
            guard held.isDisjoint(with: conditions) else { return false }
            held.formUnion(conditions)
            return true
        }
    }

    /// Gives them back.
    func leave(_ conditions: Set<[String]>) { held.withLock { $0.subtract(conditions) } }
}

extension RecordSession {
    /// Runs a write that depends on what a query finds, while no other of this gateway does with the same query. Throws
    /// `conflict` when one does.
    public func onCondition<R>(_ query: [String], _ body: () async throws -> R) async throws -> R {
        try await onConditions([query], body)
    }

    /// The same of several queries at once.
    public func onConditions<R>(_ queries: [[String]], _ body: () async throws -> R) async throws -> R {
        let conditions = Set(queries.map { [practice.description] + $0 })
        guard service.conditions.take(conditions) else { throw RecordError.conflict }
        defer { service.conditions.leave(conditions) }
        return try await body()
    }
}
