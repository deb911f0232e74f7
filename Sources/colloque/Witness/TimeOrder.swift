import Synchronization
import Vocabulary

/// Whether time never falls along a ledger that is read again stretch by stretch: an interval of a scope rests on it.
final class TimeOrder: Sendable {
    private struct State {
        var passed = Timestamp(milliseconds: .min)
        var last = Timestamp(milliseconds: .min)
    }

    private let state = Mutex(State())

    /// A stretch begins behind the last one that was passed.
    func begin() { state.withLock { $0.last = $0.passed } }

    /// Takes the next entry's time. Throws when it falls.
    func take(_ time: Timestamp) throws(LedgerEntryError) {
        let isLater = state.withLock { state in
            guard time >= state.last else { return false }
            state.last = time
            return true
        }
        guard isLater else { throw LedgerEntryError("t") }
    }

    /// The stretch was passed.
    func commit() { state.withLock { $0.passed = $0.last } }
}
