import Synchronization

/// Counts what is under way and lets no more in than allowed.
final class RequestGate: Sendable {
    private let limit: Int
    private let count = Atomic(0)

    init(limit: Int) { self.limit = limit }

    /// How many are under way.
    var underWay: Int { count.load(ordering: .relaxed) }

    /// Takes a place. Throws 503 when there is none; otherwise ``leave()`` gives it back.
    func enter() throws(HTTPRefusal) {
        guard count.add(1, ordering: .relaxed).newValue <= limit else {
            leave()
            throw .busy
        }
    }

    func leave() { count.subtract(1, ordering: .relaxed) }
}
