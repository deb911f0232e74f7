import ArgumentParser
import Vocabulary

/// `read`: repeat reads of sealed resources in sessions, through the whole gateway over HTTPS, beside an unprotected peer.
struct ReadBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Protected reads over HTTPS, beside the same stack answering in clear.")

    @Option(help: "Numbers of patients, increasing, separated by commas.")
    var sizes = "1000,10000,100000"

    @Option(help: "Seconds for each measurement.")
    var seconds = 1.5

    @Flag(help: "Only the reads without HTTP, for a profile of them.")
    var inProcessOnly = false

    func run() async throws {
        let sizes = sizes.split(separator: ",").compactMap { Int($0) }
        let first = try await GatewayHouse.with { house in
            try await PeerServer.with(directory: house.broker.directory) { peer in
                var practice = try await ReadPractice(house)
                Report.line("log lines are not written; the load generator, broker and both servers share these cores")
                var rates: [Double] = []
                for size in sizes {
                    let start = Latencies.now
                    try await practice.fill(to: size)
                    try await peer.fill(to: size, with: practice)
                    let filled = Report.number(Latencies.seconds(since: start)) + " s"
                    if inProcessOnly {
                        try await inProcess(practice)
                        continue
                    }
                    Report.row([
                        "\(size) patients, filled in \(filled)", "rate", "p50", "p99", "servers", "clients", "answer",
                        "protection",
                    ])
                    let patients = try await measure(
                        "Patient, 4 tiers", practice.patients.map { "/fhir/\($0)" }, practice, house, peer)
                    rates.append(patients)
                    _ = try await measure(
                        "Observation, 2 tiers", practice.observations.map { "/fhir/\($0)" }, practice, house, peer)
                    try await inProcess(practice)
                }
                if !inProcessOnly { try await measureLong(&practice, house, peer) }
                return rates.first ?? 0
            }
        }
        Outcome(name: "read", value: first, unit: "protected reads/s (8 clients)", reference: 8_000).print()
    }

    /// `$everything` and a search in a patient of 1,500 resources; the peer sends the rows that are the answer.
    private func measureLong(_ practice: inout ReadPractice, _ house: GatewayHouse, _ peer: PeerServer) async throws {
        try await practice.addLongPatient()
        guard let long = practice.longPatient else { return }
        let session = try await practice.session()
        let (whole, some) = (try await long.everything(session), try await long.search(session))
        try await peer.list(long.everything, whole)
        try await peer.list(long.search, some)
        Report.line("a patient of 1,500 resources")
        _ = try await measure(
            "$everything, \(whole.count) a page", [long.everything], practice, house, peer)
        _ = try await measure("search, \(some.count) found", [long.search], practice, house, peer)
    }

    /// 1 and 8 clients against both; the rate of the 8.
    private func measure(
        _ name: String, _ paths: [String], _ practice: ReadPractice, _ house: GatewayHouse, _ peer: PeerServer
    ) async throws -> Double {
        var rate = 0.0
        for clients in [1, 8] {
            let target = HTTPLoad(port: house.port, authority: house.authority, paths: paths)
            let tokens = Array(practice.tokens.prefix(clients))
            try await target.warm(tokens: tokens)
            let sealed = try await target.run(tokens: tokens, seconds: seconds)
            let clear = try await HTTPLoad(port: peer.port, authority: house.authority, paths: paths)
                .run(tokens: tokens, seconds: seconds)
            let protection = Report.number(sealed.load.rate / clear.load.rate)
            Report.row(["\(name), \(clients) clients"] + sealed.cells + [protection])
            Report.row(["  peer in clear, \(clients) clients"] + clear.cells)
            if paths.count == practice.patients.count || paths.count == practice.observations.count {
                try await measureSigned(name, target, practice, clients, beside: clear)
            }
            rate = sealed.load.rate
        }
        return rate
    }

    /// Reads of one session without HTTP, by the processor time that they take.
    /// The same reads, each signed by its client: gateway and broker verify, and the first of each patient and session is a release.
    private func measureSigned(
        _ name: String, _ target: HTTPLoad, _ practice: ReadPractice, _ clients: Int, beside clear: HTTPLoad.Outcome
    ) async throws {
        let signers = Array(practice.signers.prefix(clients))
        _ = try await target.run(signers: signers, nonce: try await practice.nonce(), each: target.paths.count)
        let signed = try await target.run(signers: signers, nonce: try await practice.nonce(), each: 12_000 / clients)
        let protection = Report.number(signed.load.rate / clear.load.rate)
        Report.row(["  signed by their clients, \(clients)"] + signed.cells + [protection])
    }

    private func inProcess(_ practice: ReadPractice) async throws {
        let session = try await practice.session()
        for reference in practice.patients { _ = try await practice.read(reference, session) }
        let before = ProcessorTime.seconds
        let load = try await Load.run(callers: 1, seconds: seconds) { _, turn in
            try await practice.read(practice.patients[turn % practice.patients.count], session)
        }
        let busy = ProcessorTime.seconds - before
        let perCore = Report.number(Double(load.latencies.count) / busy) + "/s"
        Report.row(["in process (per core: \(perCore))"] + load.cells)
    }
}
