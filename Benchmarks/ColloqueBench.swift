import ArgumentParser

/// The benchmarks, one a subcommand, the load and the checks of fault injection, and ledgers for others to verify.
@main
struct ColloqueBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "colloque-bench",
        abstract: "Measures one part of the house; the last line that it prints is a JSON object.",
        subcommands: [
            SealBenchmark.self, AppendBenchmark.self, ReleaseBenchmark.self, ReadBenchmark.self, ImportBenchmark.self,
            DetectBenchmark.self, DistinctBenchmark.self, ScopeBenchmark.self, LoadCommand.self,
            CheckLedgerCommand.self,
            RootKeyCommand.self, SyntheticCommand.self,
            WriteLedgerCommand.self, ProveLedgerCommand.self,
        ])
}
