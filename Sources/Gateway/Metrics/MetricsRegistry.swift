import CoreMetrics
import Synchronization

/// A swift-metrics factory that keeps every series in memory and prints them as Prometheus text.
///
/// Labels must come from closed sets (route templates, status codes, reasons): the number of series is bounded, and
/// what would exceed the bound is counted in one series of its own and nowhere else.
public final class MetricsRegistry: MetricsFactory {
    /// Most series.
    public static let maximumSeries = 4_096
    private let series = Mutex<[SeriesName: MetricSeries]>([:])
    private let overflow = MetricSeries(SeriesName("colloque_metrics_overflow", []), kind: .counter)

    /// Makes an empty registry.
    public init() {}

    private func find(_ label: String, _ dimensions: [(String, String)], _ kind: MetricSeries.Kind) -> MetricSeries {
        let name = SeriesName(label, dimensions)
        return series.withLock { series in
            if let known = series[name], known.kind == kind { return known }
            guard series[name] == nil, series.count < MetricsRegistry.maximumSeries else { return overflow }
            let fresh = MetricSeries(name, kind: kind)
            series[name] = fresh
            return fresh
        }
    }

    private func remove(_ handler: AnyObject) {
        guard let old = handler as? MetricSeries else { return }
        series.withLock { series in
            if series[old.name] === old { series[old.name] = nil }
        }
    }

    /// All series in the text format of Prometheus (exposition format 0.0.4), sorted.
    public func text() -> String {
        let all = series.withLock { Array($0.values) }.sorted { $0.name < $1.name }
        var out = ""
        var last = ""
        for item in all {
            if item.name.label != last { out += "# TYPE \(item.name.label) \(item.kind.rawValue)\n" }
            last = item.name.label
            item.write(to: &out)
        }
        return out
    }

    /// A counter.
    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        find(label, dimensions, .counter)
    }

    /// A gauge for a meter.
    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        find(label, dimensions, .gauge)
    }

    /// A histogram of seconds, or a gauge when the values are not to be added up.
    public func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        find(label, dimensions, aggregate ? .histogram : .gauge)
    }

    /// A histogram of seconds.
    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        find(label, dimensions, .histogram)
    }

    /// Forgets a series.
    public func destroyCounter(_ handler: any CounterHandler) { remove(handler) }
    /// Forgets a series.
    public func destroyMeter(_ handler: any MeterHandler) { remove(handler) }
    /// Forgets a series.
    public func destroyRecorder(_ handler: any RecorderHandler) { remove(handler) }
    /// Forgets a series.
    public func destroyTimer(_ handler: any TimerHandler) { remove(handler) }
}
