import ArgumentParser
import Crypto
import Ledger

/// `append`: entries of 300 bytes, each waited for until it is durable and covered by a signed checkpoint.
struct AppendBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "append",
        abstract: "Appends that are covered by a signed checkpoint, beside this disk's fdatasync.")

    @Option(help: "Seconds for each number of callers.")
    var seconds = 4.0

    func run() async throws {
        try await TemporaryDirectory.with { directory in
            let before = try DiskSync.measure(in: directory)
            Report.row(["callers", "rate", "p50", "p99"])
            var rate = 0.0
            var single = 0.0
            for callers in [1, 64, 256] {
                let load = try await AppendBenchmark.measure(
                    in: "\(directory)/ledger-\(callers)", callers: callers, seconds: seconds)
                Report.row(["\(callers)"] + load.cells)
                if callers == 1 { single = load.latencies.percentile(0.5) }
                if callers == 256 { rate = load.rate }
            }
            let after = try DiskSync.measure(in: directory)
            for (name, sync) in [("fdatasync before", before), ("fdatasync after", after)] {
                Report.row([
                    name, "", Report.number(sync.percentile(0.5)) + " ms", Report.number(sync.percentile(0.99)) + " ms",
                ])
            }
            let sync = (before.percentile(0.5) + after.percentile(0.5)) / 2
            Report.row(["1 caller: p50 / fdatasync (at most 6)", Report.number(single / sync)])
            Outcome(name: "append", value: rate, unit: "covered appends/s", reference: 60_000).print()
        }
    }

    /// Appends entries of `bytes` for a while to a new ledger.
    static func measure(in directory: String, callers: Int, seconds: Double, bytes: Int = 300) async throws -> Load {
        let signer = try NoteSigner(name: "example.com/bench", privateKey: Curve25519.Signing.PrivateKey())
        let writer = try LedgerWriter.open(directory: directory, signer: signer)
        let entry = (0..<bytes).map { UInt8(truncatingIfNeeded: $0) }
        let load = try await Load.run(callers: callers, seconds: seconds) { caller, turn in
            var own = entry
            for shift in 0..<4 {
                own[shift] = UInt8(truncatingIfNeeded: caller >> (shift * 8))
                own[4 + shift] = UInt8(truncatingIfNeeded: turn >> (shift * 8))
            }
            let receipt = try writer.append([own])
            return try await receipt.wait().size > receipt.first
        }
        writer.close()
        return load
    }
}
