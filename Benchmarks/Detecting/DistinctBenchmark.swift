import ArgumentParser
import Detection
import Foundation

/// `distinct`: `value_count` and `event_count` of one key by how many events their window holds; then a flood of keys.
struct DistinctBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "distinct", abstract: "Counts different values in a sliding window, and lets keys flood the table."
    )

    @Option(help: "Events of each measurement beyond those that fill the window.")
    var events = 1_000_000

    @Option(help: "Keys of the flood.")
    var keys = 10_000_000

    /// RSigma 0.21, published: 20,000 events in the window.
    private static let published = (distinct: 5_996.0, count: 989_000.0)

    func run() async throws {
        Report.line("one thread, processor time; one key; published: RSigma 0.21, 20,000 events in the window")
        Report.row(["window holds", "distinct/s", "ratio", "error %", "count/s", "ratio"])
        var reference = 0.0
        for size in [2_000, 20_000, 200_000, 2_000_000] {
            let rate = try row(size)
            if size == 20_000 { reference = rate }
        }
        let flood = try KeyFlood().run(keys)
        Report.line(
            "flood: \(keys) keys at \(Int(flood.rate))/s, peak memory \(flood.peak >> 20) MiB of which \(flood.before >> 20) before it, "
                + "\(flood.groups) groups held, the suspect \(flood.isFound ? "found" : "LOST")")
        guard flood.isFound else { throw BenchmarkError.unexpected("the flood hid the suspect") }
        Outcome(
            name: "distinct", value: reference, unit: "events/s", reference: DistinctBenchmark.published.distinct
        ).print()
    }

    /// Measures one size of window; events a second of `value_count`.
    private func row(_ size: Int) throws -> Double {
        var (distinct, count) = (
            try DistinctStream(.valueCount, window: size), try DistinctStream(.eventCount, window: size)
        )
        let (values, matches) = (distinct.run(events), count.run(events))
        let published = DistinctBenchmark.published
        let cells: [String] = [
            String(size), String(Int(values.rate)), Report.number(values.rate / published.distinct),
            Report.number(values.error * 100), String(Int(matches.rate)), Report.number(matches.rate / published.count),
        ]
        Report.row(cells)
        return values.rate
    }
}
