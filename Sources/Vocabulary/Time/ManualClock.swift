import Synchronization

/// A clock that stands still until it is told to move: for tests and for simulated installations.
public final class ManualClock: WallClock {
    private let time: Mutex<Timestamp>

    /// Starts at the given moment.
    public init(_ start: Timestamp) { time = Mutex(start) }

    /// The moment it was last set to.
    public func now() -> Timestamp { time.withLock { $0 } }

    /// Moves to a moment, forward or back.
    public func set(_ moment: Timestamp) { time.withLock { $0 = moment } }

    /// Moves by seconds.
    public func advance(seconds: Int64) { time.withLock { $0 = $0.adding(seconds: seconds) } }
}
