import Synchronization
import Vocabulary

/// Counts each session's requests in the running minute of a clock that only goes forward.
final class SessionRate: Sendable {
    private struct State {
        var minute: Int64 = .min
        var counts: [SessionID: Int] = [:]
    }

    private let state = Mutex(State())
    private let limit: Int
    private let capacity: Int
    private let start = ContinuousClock.now

    init(limit: Int, capacity: Int) {
        self.limit = limit
        self.capacity = capacity
    }

    /// Counts one. Throws 429 beyond the limit, and 503 when too many sessions are counted already.
    func count(_ session: SessionID) throws(HTTPRefusal) {
        try count(session, minute: start.duration(to: .now).components.seconds / 60)
    }

    func count(_ session: SessionID, minute: Int64) throws(HTTPRefusal) {
        let refusal = state.withLock { state -> HTTPRefusal? in
            if minute > state.minute { state = State(minute: minute) }
            let count = state.counts[session] ?? 0
            guard count > 0 || state.counts.count < capacity else { return .busy }
            guard count < limit else { return .tooManyRequests }
            state.counts[session] = count + 1
            return nil
        }
        if let refusal { throw refusal }
    }
}
