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
            let distinct = try DistinctStream(.valueCount, window: size).run(events)
            let count = try DistinctStream(.eventCount, window: size).run(events)
            if size == 20_000 { reference = distinct.rate }
            Report.row([
                String(size), String(Int(distinct.rate)),
                String(Int(distinct.rate / DistinctBenchmark.published.distinct)),
                (distinct.error * 100).formatted(.number.precision(.fractionLength(2))), String(Int(count.rate)),
                Report.number(count.rate / DistinctBenchmark.published.count),
            ])
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
}
