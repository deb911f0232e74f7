import Dispatch

/// How long single calls took.
struct Latencies: Sendable {
    private var nanoseconds: [UInt64] = []

    /// How many calls.
    var count: Int { nanoseconds.count }

    /// Notes a call that began at a moment of ``now`` and ends here.
    mutating func add(since start: UInt64) { nanoseconds.append(Latencies.now - start) }

    mutating func merge(_ other: Latencies) { nanoseconds += other.nanoseconds }

    /// The duration, in milliseconds, that this share of the calls did not exceed.
    func percentile(_ share: Double) -> Double {
        let sorted = nanoseconds.sorted()
        guard !sorted.isEmpty else { return 0 }
        return Double(sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]) / 1e6
    }

    /// Nanoseconds of a clock that only runs forward.
    static var now: UInt64 { DispatchTime.now().uptimeNanoseconds }

    /// Seconds since a moment of ``now``.
    static func seconds(since start: UInt64) -> Double { Double(now - start) / 1e9 }
}
