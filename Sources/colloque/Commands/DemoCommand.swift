import ArgumentParser
import Foundation
import JSONTree
import Synthetic
import Vocabulary

/// `colloque demo`: makes a simulated installation with synthetic practices, accounts and records.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Makes a demonstration installation, simulated for ever.")

    @Option(help: "The data directory; must be empty or absent.")
    var data: String
    @Option(help: "The seed: the same seed gives the same people.")
    var seed: UInt64 = 1
    @Option(help: "How many practices.")
    var practices = 3
    @Option(help: "How many patients in each practice.")
    var patients = 120
    @Option(help: "About how many resources a patient has.")
    var density = 40

    func run() async throws {
        let directory = DataDirectory(data)
        try await Installation.create(directory, keyFile: directory.besideRootKey, simulated: true)
        let serve = try await ChildProcess(
            program: ChildProcess.beside("colloque"),
            arguments: ["serve", "--data", directory.path, "--listen", "127.0.0.1:0"])
        defer { serve.stop() }
        let described = try await RunningServer(runFile: Array(serve.ready)).closing { server in
            try await Administration.run(directory) { administration in
                try await DemoBuilder(directory: directory, administration: administration, server: server, demo: self)
                    .build()
            }
        }
        let json: JSONValue = [
            "seed": .number(JSONNumber(Int64(clamping: seed))), "patients": .number(JSONNumber(Int64(patients))),
            "density": .number(JSONNumber(Int64(density))), "day": .number(JSONNumber(described.day)),
            "practices": .array(described.practices),
        ]
        try Data(json.bytes).write(to: URL(fileURLWithPath: directory.demoFile))
        Output.line("demonstration in \(directory.path): \(practices) practices of \(patients) patients")
    }

    /// The synthetic country of a seed, on the day that the installation is made.
    func country(now: Timestamp) -> SyntheticFrance {
        SyntheticFrance(seed: seed, today: CivilDate(days: Int(now.day)), density: density)
    }
}
