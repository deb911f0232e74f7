/// How long two things take that nobody may tell apart: measured in turns, each first as often as the other.
///
/// A figure for people: the load of the machine is in it. That both do the same work is a test's to show.
struct TimeComparison: Sendable {
    private var times: [[Duration]] = [[], []]

    /// Measures one of each.
    mutating func compare<R>(_ one: () async throws -> R, with other: () async throws -> R) async throws -> (R, R) {
        if times[0].count.isMultiple(of: 2) {
            let first = try await measure(0, one)
            return (first, try await measure(1, other))
        }
        let second = try await measure(1, other)
        return (try await measure(0, one), second)
    }

    private mutating func measure<R>(_ place: Int, _ body: () async throws -> R) async throws -> R {
        let start = ContinuousClock.now
        let result = try await body()
        times[place].append(ContinuousClock.now - start)
        return result
    }

    /// The two medians in microseconds.
    var text: String { "\(median(0)) µs beside \(median(1)) µs" }

    private func median(_ place: Int) -> Int64 {
        let sorted = times[place].sorted()
        guard !sorted.isEmpty else { return 0 }
        let (seconds, attoseconds) = sorted[sorted.count / 2].components
        return seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    }
}
