import CoreMetrics

/// What the gateway counts: by route template, status and reason; never by practice, account or patient.
struct GatewayMetrics: Sendable {
    let registry: MetricsRegistry
    private let inFlight: Meter
    private let answers: AnswerSeries

    init(_ registry: MetricsRegistry) {
        self.registry = registry
        inFlight = Meter(label: "colloque_requests_in_flight", factory: registry)
        answers = AnswerSeries(registry)
    }

    /// Counts one answered request.
    func answered(route: String, status: Int, nanoseconds: Int64) {
        let series = answers.find(route, status)
        series.count.increment()
        series.duration.recordNanoseconds(nanoseconds)
    }

    /// Counts the requests under way.
    func underWay(_ count: Int) { inFlight.set(Int64(count)) }

    /// Counts a refusal by the code that the answer names.
    func refused(_ code: String) {
        Counter(label: "colloque_refusals_total", dimensions: [("reason", code)], factory: registry).increment()
    }

    /// Counts sign-ins by their outcome.
    func signIn(_ outcome: String) {
        Counter(label: "colloque_sign_ins_total", dimensions: [("outcome", outcome)], factory: registry).increment()
    }

    /// Counts answers about patients: `released` or the reason of a refusal.
    func openings(_ outcome: String, _ count: Int = 1) {
        guard count > 0 else { return }
        Counter(label: "colloque_openings_total", dimensions: [("outcome", outcome)], factory: registry)
            .increment(by: count)
    }
}
