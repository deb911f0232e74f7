import ArgumentParser
import Broker
import BrokerAPI
import Vocabulary

/// `release`: tier keys of single patients from a real broker, in process and over its socket, as the practice grows.
struct ReleaseBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Releases of keys, in process and over the socket, beside bare appends.")

    @Option(help: "Numbers of patients, increasing, separated by commas.")
    var sizes = "1000,10000,100000"

    @Option(help: "Seconds for each measurement.")
    var seconds = 0.5

    func run() async throws {
        let sizes = sizes.split(separator: ",").compactMap { Int($0) }
        let bare = try await TemporaryDirectory.with { directory in
            try await AppendBenchmark.measure(in: directory + "/ledger", callers: 64, seconds: 1, bytes: 420)
        }
        let first = try await BrokerHouse.with { house in try await measure(house, sizes) }
        Report.row(["bare covered appends, 64 callers"] + bare.cells)
        Outcome(name: "release", value: first, unit: "releases/s (64 callers, socket)", reference: bare.rate).print()
    }

    /// The rate of first openings by 64 callers over the socket, in the smallest practice.
    private func measure(_ house: BrokerHouse, _ sizes: [Int]) async throws -> Double {
        let practice = try await house.practice(size: 100)
        let importer = try await house.account(.partner, in: practice).signIn(house.broker).token
        let client = BrokerClient(path: house.socket)
        var patients: [PatientID] = []
        var rates: [Double] = []
        var smallest: [String: Double] = [:]
        for size in sizes {
            let start = Latencies.now
            patients += try await house.deposit(patients: size - patients.count, importer)
            Report.row(["\(size) patients", "deposited in", Report.number(Latencies.seconds(since: start)) + " s"])
            Report.row(["", "rate", "p50", "p99", "to smallest"])
            for (place, broker) in [("in process", house.broker as any KeyBroker), ("socket", client)] {
                for callers in [1, 8, 64] {
                    let tokens = try await sessions(callers, in: practice, house)
                    for kind in ["first", "repeat"] {
                        let load = try await releases(broker, tokens, patients, isRepeat: kind == "repeat")
                        let name = "\(place), \(callers) callers, \(kind)"
                        smallest[name] = smallest[name] ?? load.rate
                        Report.row([name] + load.cells + [Report.number(load.rate / (smallest[name] ?? 1))])
                        if place == "socket", callers == 64, kind == "first" { rates.append(load.rate) }
                    }
                }
            }
        }
        await client.close()
        return rates.first ?? 0
    }

    /// A new physician's session for each caller, so that every pair is a first opening once.
    private func sessions(_ count: Int, in practice: PracticeID, _ house: BrokerHouse) async throws -> [SessionToken] {
        var tokens: [SessionToken] = []
        for _ in 0..<count {
            tokens.append(try await house.account(.physician, in: practice).signIn(house.broker).token)
        }
        return tokens
    }

    /// Each caller walks the patients from a place of its own, one patient and tier a call; repeats go over 50 of them.
    private func releases(
        _ broker: any KeyBroker, _ tokens: [SessionToken], _ patients: [PatientID], isRepeat: Bool
    ) async throws -> Load {
        if isRepeat {
            for (caller, token) in tokens.enumerated() {
                for turn in 0..<50 { try await release(broker, token, patients, caller, turn) }
            }
        }
        return try await Load.run(callers: tokens.count, seconds: seconds) { caller, turn in
            guard isRepeat || turn < patients.count * 4 else { return false }
            try await release(broker, tokens[caller], patients, caller, isRepeat ? turn % 50 : turn)
            return true
        }
    }

    private func release(
        _ broker: any KeyBroker, _ token: SessionToken, _ patients: [PatientID], _ caller: Int, _ turn: Int
    ) async throws {
        let patient = patients[(caller * 101 + turn / 4) % patients.count]
        let tier = Tier.allCases[turn % 4]
        let request = ReleaseRequest(token: token, patients: [patient], tiers: Tiers(tier), purpose: .read)
        guard case .released? = try await broker.release(request).answers.first?.outcome else {
            throw BenchmarkError.unexpected("a key was refused")
        }
    }
}
