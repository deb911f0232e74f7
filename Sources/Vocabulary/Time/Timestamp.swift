/// A moment: milliseconds since 1970-01-01T00:00:00Z.
public struct Timestamp: Hashable, Sendable, Comparable, Codable {
    /// Milliseconds since the epoch.
    public var milliseconds: Int64

    /// Makes a moment of milliseconds since the epoch.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Makes a moment of seconds since the epoch.
    public init(seconds: Int64) { milliseconds = seconds * 1000 }

    /// Whole seconds since the epoch, rounded down.
    public var seconds: Int64 { milliseconds / 1000 - (milliseconds % 1000 < 0 ? 1 : 0) }

    /// Whole days since the epoch (UTC), rounded down.
    public var day: Int64 { seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400 }

    /// Earlier is less.
    public static func < (a: Timestamp, b: Timestamp) -> Bool { a.milliseconds < b.milliseconds }

    /// Adds milliseconds.
    public func adding(milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: self.milliseconds + milliseconds) }

    /// Adds seconds.
    public func adding(seconds: Int64) -> Timestamp { adding(milliseconds: seconds * 1000) }

    /// Adds days of 86,400 seconds.
    public func adding(days: Int64) -> Timestamp { adding(seconds: days * 86_400) }
}

/// Tells the time. A parameter wherever time matters, so that tests move it by hand.
public protocol WallClock: Sendable {
    /// The present moment.
    func now() -> Timestamp
}
