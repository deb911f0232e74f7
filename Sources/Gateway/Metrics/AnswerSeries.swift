import CoreMetrics
import Synchronization

/// The series of answered requests, each looked up in the registry once: a name with its labels is put together again for
/// every request otherwise. Bounded, since templates and statuses are.
final class AnswerSeries: Sendable {
    struct Series: Sendable {
        let count: Counter
        let duration: Timer
    }

    private struct Key: Hashable {
        let route: String
        let status: Int
    }

    private let registry: MetricsRegistry
    private let known = Mutex<[Key: Series]>([:])

    init(_ registry: MetricsRegistry) { self.registry = registry }

    func find(_ route: String, _ status: Int) -> Series {
        known.withLock { known in
            let key = Key(route: route, status: status)
            if let series = known[key] { return series }
            let series = Series(
                count: Counter(
                    label: "colloque_requests_total", dimensions: [("route", route), ("status", String(status))],
                    factory: registry),
                duration: Timer(
                    label: "colloque_request_seconds", dimensions: [("route", route)], factory: registry))
            known[key] = series
            return series
        }
    }
}
