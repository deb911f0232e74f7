import ArgumentParser

/// The benchmarks, one a subcommand, and the load and the checks of fault injection.
@main
struct ColloqueBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "colloque-bench",
        abstract: "Measures one part of the house; the last line that it prints is a JSON object.",
        subcommands: [
            SealBenchmark.self, AppendBenchmark.self, ReleaseBenchmark.self, ReadBenchmark.self, ImportBenchmark.self,
            LoadCommand.self, CheckLedgerCommand.self, RootKeyCommand.self, SyntheticCommand.self,
        ])
}
