import ArgumentParser
import BrokerAPI
import Records
import Store
import Synthetic
import Vocabulary

/// `import`: synthetic patients taken over from JSON text, beside the cost of parsing, splitting and sealing alone.
struct ImportBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Imports synthetic patients, beside parse, split and seal alone.")

    @Option(help: "Numbers of patients, increasing, separated by commas.")
    var sizes = "100,1000,10000"

    @Option(help: "About how many resources a patient has.")
    var density = 12

    @Option(help: "Seconds after which no further call is begun.")
    var seconds = 35.0

    @Option(help: "Writes the patients to this file as NDJSON, for `colloque import`, and does no more.")
    var write: String?

    func run() async throws {
        let sizes = sizes.split(separator: ",").compactMap { Int($0) }
        if let write {
            return try ImportSource(patients: sizes.last ?? 100, density: density).write(to: write)
        }
        try await BrokerHouse.with { house in
            let source = ImportSource(patients: sizes.last ?? 100, density: density)
            let practice = try await house.practice(size: 20)
            let known = try await source.known { try await house.account(.physician, in: practice).holder }
            let client = BrokerClient(path: house.socket)
            let store = try SQLiteRecordStore(directory: house.directory + "/records")
            let clock = SystemClock()
            let log = try AccessLog(directory: house.directory + "/access", clock: clock)
            let service = try RecordService(broker: client, store: store, clock: clock, accessLog: log)
            let token = try await house.account(.partner, in: practice).signIn(client).token
            let session = try await service.session(token)
            let pure = try await source.pureRate()
            Report.row(["two tasks; parse + split + seal alone", Report.number(pure) + "/s"])
            Report.row(["patients", "resources", "rate", "of pure"])
            var rate = 0.0
            var done = 0
            let end = Latencies.now + UInt64(seconds * 1e9)
            for size in sizes where Latencies.now < end {
                let stage = try await source.load(done..<size, known, session, until: end)
                done = stage.upTo
                rate = stage.rate
                Report.row([
                    "\(done)", "\(stage.resources)", Report.number(rate) + "/s", Report.number(rate / pure),
                ])
            }
            await client.close()
            await store.close()
            Outcome(name: "import", value: rate, unit: "resources/s (2 callers)", reference: 20_000).print()
        }
    }
}
