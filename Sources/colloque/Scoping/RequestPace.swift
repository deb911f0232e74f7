/// Keeps a command below the requests that a session may send in a minute, so that a refusal is one of the limits on openings.
struct RequestPace {
    private static let perMinute = 500
    private var sent = 0
    private var start = ContinuousClock.now

    /// Waits until another request may be sent, and counts it.
    mutating func wait() async throws {
        if sent == RequestPace.perMinute {
            try await ContinuousClock().sleep(until: start + .seconds(61))
            (sent, start) = (0, ContinuousClock.now)
        }
        sent += 1
    }
}
