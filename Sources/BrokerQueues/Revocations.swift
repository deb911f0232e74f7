import BrokerAPI
import Synchronization
import Vocabulary

/// Who is told when sessions end.
package final class Revocations: Sendable {
    private struct State {
        var next = 0
        var listeners: [Int: @Sendable (Revocation) -> Void] = [:]
    }

    private let state = Mutex(State())

    /// Makes a list of nobody.
    package init() {}

    /// Adds a listener; it must be quick. Returns what ``remove(_:)`` takes.
    package func add(_ listener: @escaping @Sendable (Revocation) -> Void) -> Int {
        state.withLock { state in
            state.next += 1
            state.listeners[state.next] = listener
            return state.next
        }
    }

    /// Removes a listener.
    package func remove(_ id: Int) { state.withLock { $0.listeners[id] = nil } }

    /// Tells everybody, in messages of a size that every reader takes.
    package func send(_ sessions: [SessionID]) {
        for start in stride(from: 0, to: sessions.count, by: Revocation.maximumSessions) {
            let some = sessions[start..<min(start + Revocation.maximumSessions, sessions.count)]
            for listener in state.withLock({ Array($0.listeners.values) }) {
                listener(Revocation(sessions: Array(some)))
            }
        }
    }
}
