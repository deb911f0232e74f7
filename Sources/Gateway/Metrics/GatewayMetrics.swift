import CoreMetrics

/// What the gateway counts: by route template, status and reason; never by practice, account or patient.
struct GatewayMetrics: Sendable {
    let registry: MetricsRegistry
    private let inFlight: Meter

    init(_ registry: MetricsRegistry) {
        self.registry = registry
        inFlight = Meter(label: "colloque_requests_in_flight", factory: registry)
    }

    /// Counts one answered request.
    func answered(route: String, status: Int, nanoseconds: Int64) {
        let status = String(status)
        Counter(
            label: "colloque_requests_total", dimensions: [("route", route), ("status", status)], factory: registry
        )
        .increment()
        Timer(label: "colloque_request_seconds", dimensions: [("route", route)], factory: registry)
            .recordNanoseconds(nanoseconds)
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
