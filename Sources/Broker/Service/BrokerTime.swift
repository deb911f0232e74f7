import Synchronization
import Vocabulary

/// The broker's time: never goes back, follows the monotonic clock while running.
///
/// It begins at the latest of the ledger's last entry and what is trusted at the start: a witness's signed timestamp where there
/// is a witness, else the system's clock (the weaker setting, which `doctor` reports). A clock set forward while the broker
/// runs changes nothing.
final class BrokerTime: Sendable {
    private let base: Mutex<Timestamp>
    private let monotonic: @Sendable () -> Int64
    private let start: Int64

    /// - Parameters:
    ///   - base: The moment that it begins at.
    ///   - monotonic: Milliseconds of a clock that only runs forward, from any origin.
    init(base: Timestamp, monotonic: @escaping @Sendable () -> Int64) {
        self.base = Mutex(base)
        self.monotonic = monotonic
        start = monotonic()
    }

    func now() -> Timestamp { base.withLock { $0.adding(milliseconds: max(0, monotonic() - start)) } }

    /// Moves forward to a moment; false when it is not ahead.
    func advance(to moment: Timestamp) -> Bool {
        base.withLock { base in
            let now = base.adding(milliseconds: max(0, monotonic() - start))
            guard moment > now else { return false }
            base = base.adding(milliseconds: moment.milliseconds - now.milliseconds)
            return true
        }
    }
}
