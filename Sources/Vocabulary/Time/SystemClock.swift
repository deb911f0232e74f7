#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The system's real-time clock.
public struct SystemClock: WallClock {
    /// Makes the clock; it holds nothing.
    public init() {}

    /// `clock_gettime(CLOCK_REALTIME)`, to the millisecond.
    public func now() -> Timestamp {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}

extension SystemClock {
    /// Milliseconds of the system's clock that only runs forward, since it was first asked.
    @Sendable public static func monotonic() -> Int64 {
        let passed = ContinuousClock.now - origin
        return passed.components.seconds * 1_000 + passed.components.attoseconds / 1_000_000_000_000_000
    }

    private static let origin = ContinuousClock.now
}
