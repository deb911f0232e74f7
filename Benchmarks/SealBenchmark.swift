import ArgumentParser
import Crypto
import Sealing
import Vocabulary

/// `seal`: sealing and opening 256 bytes, beside the bare library call with associated data of the same length.
struct SealBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal", abstract: "Seals and opens 256 bytes, beside bare AES-256-GCM in the same run.")

    @Option(help: "Rounds, in which ours and the bare call take turns.")
    var rounds = 40

    private static let batch = 2_000

    func run() async throws {
        let bench = try SealBench()
        for _ in 0..<2 { _ = try bench.round(SealBenchmark.batch) }
        var seal: [Double] = []
        var open: [Double] = []
        var totals = SealBench.Round()
        for _ in 0..<rounds {
            let round = try bench.round(SealBenchmark.batch)
            seal.append(round.bareSeal / round.seal)
            open.append(round.bareOpen / round.open)
            totals.add(round)
        }
        let count = Double(rounds * SealBenchmark.batch)
        Report.row(["one core, 256 B", "ours", "bare", "ratio"])
        row("seal", totals.seal, totals.bareSeal, seal, count)
        row("open", totals.open, totals.bareOpen, open, count)
        Report.row(["open, part key derived first", Report.number(count / totals.derivedOpen) + "/s"])
        Report.row([
            "envelope (4 steps), reference 120k", Report.number(count / totals.envelope) + "/s", "",
            Report.number(count / totals.envelope / 120_000),
        ])
        Outcome(
            name: "seal", value: 2 * count / (totals.seal + totals.open), unit: "seals and opens/s",
            reference: 2 * count / (totals.bareSeal + totals.bareOpen)
        ).print()
    }

    /// The ratio is the median of the rounds', so that a moment of another process's work does not decide.
    private func row(_ name: String, _ ours: Double, _ bare: Double, _ ratios: [Double], _ count: Double) {
        let median = ratios.sorted()[ratios.count / 2]
        Report.row([
            name, Report.number(count / ours) + "/s", Report.number(count / bare) + "/s", Report.number(median),
        ])
    }
}
