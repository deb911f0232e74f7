import Vocabulary

/// When to try again after failures in a row: twice as long each time, up to a limit.
public struct BackOff: Sendable, Hashable {
    /// After the first failure, in milliseconds.
    public var first: Int64
    /// The longest, in milliseconds.
    public var longest: Int64
    /// Failures since the last success.
    public private(set) var failures = 0
    /// When to try again; nil: at once.
    public private(set) var next: Timestamp?

    /// From one second to an hour, unless told otherwise.
    public init(first: Int64 = 1_000, longest: Int64 = 3_600_000) {
        (self.first, self.longest) = (max(1, first), max(1, longest))
    }

    /// Whether a try is due.
    public func isDue(at now: Timestamp) -> Bool { next.map { now >= $0 } ?? true }

    /// Counts a failure.
    public mutating func failed(at now: Timestamp) {
        var step = min(first, longest)
        for _ in 0..<min(failures, 62) { step = step > longest / 2 ? longest : step * 2 }
        failures = min(failures + 1, 1_000)
        next = now.adding(milliseconds: step)
    }

    /// Starts over.
    public mutating func succeeded() { (failures, next) = (0, nil) }
}
