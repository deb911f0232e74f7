/// What is remembered of sessions: at most ``SourceLimits/sessions`` of them, after which the one remembered longest is
/// forgotten.
struct SessionTable<Value: Sendable>: Sendable {
    private var values: [String: Value] = [:]
    private var order: [String] = []
    private var oldest = 0
    private let limit: Int

    init(limit: Int = SourceLimits.sessions) { self.limit = max(1, limit) }

    subscript(session: String) -> Value? { values[session] }

    /// Changes what is remembered of a session.
    mutating func update(_ session: String, from first: Value, _ change: (inout Value) -> Void) {
        if values[session] == nil { makeRoom(for: session) }
        change(&values[session, default: first])
    }

    /// Forgets a session's value; its place is kept, so that a session that ends and begins again does not grow the
    /// order.
    mutating func reset(_ session: String, to value: Value) { if values[session] != nil { values[session] = value } }

    private mutating func makeRoom(for session: String) {
        guard order.count >= limit else { return order.append(session) }
        values[order[oldest]] = nil
        order[oldest] = session
        oldest = (oldest + 1) % limit
    }
}
