import CoreMetrics
import Synchronization

/// One series of a metric: a counter, a gauge or a histogram of seconds.
final class MetricSeries: Sendable {
    /// What Prometheus calls it.
    enum Kind: String { case counter, gauge, histogram }

    private struct Values {
        var count: Int64 = 0
        var value = 0.0
        var buckets = [Int64](repeating: 0, count: MetricSeries.bounds.count)
    }

    /// Upper bounds of the histogram's buckets, in seconds.
    static let bounds: [Double] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
    let name: SeriesName
    let kind: Kind
    private let values = Mutex(Values())

    init(_ name: SeriesName, kind: Kind) {
        self.name = name
        self.kind = kind
    }

    func observe(_ seconds: Double) {
        values.withLock { values in
            values.count += 1
            values.value += seconds
            guard let bucket = MetricSeries.bounds.firstIndex(where: { seconds <= $0 }) else { return }
            values.buckets[bucket] += 1
        }
    }

    func write(to out: inout String) {
        let now = values.withLock { $0 }
        switch kind {
        case .counter: out += "\(name.sample()) \(now.count)\n"
        case .gauge: out += "\(name.sample()) \(now.value)\n"
        case .histogram:
            var running: Int64 = 0
            for (bound, count) in zip(MetricSeries.bounds, now.buckets) {
                running += count
                out += "\(name.sample("_bucket", "le=\"\(bound)\"")) \(running)\n"
            }
            out += "\(name.sample("_bucket", "le=\"+Inf\"")) \(now.count)\n"
            out += "\(name.sample("_sum")) \(now.value)\n\(name.sample("_count")) \(now.count)\n"
        }
    }
}

extension MetricSeries: CounterHandler, MeterHandler, RecorderHandler, TimerHandler {
    func increment(by amount: Int64) { values.withLock { $0.count &+= amount } }
    func reset() { values.withLock { $0 = Values() } }
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { values.withLock { $0.value = value } }
    func increment(by amount: Double) { values.withLock { $0.value += amount } }
    func decrement(by amount: Double) { values.withLock { $0.value -= amount } }
    func record(_ value: Int64) { record(Double(value)) }
    func record(_ value: Double) { kind == .histogram ? observe(value) : set(value) }
    func recordNanoseconds(_ duration: Int64) { observe(Double(duration) / 1e9) }
}
