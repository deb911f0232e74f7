import ArgumentParser
import Broker
import BrokerAPI
import Foundation

/// Opens an installation's keys and ledger, and serves its two sockets until it is told to stop.
struct ServeBroker: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Serves an installation.")

    @Option(help: "The installation's data directory.")
    var data: String

    @Option(help: "The file with the root key, outside the data directory.")
    var rootKeyFile: String

    @Option(help: "A file that is written when the sockets accept connections.")
    var readyFile: String?

    @Option(help: "A token endpoint URL that assertions may name; localhost when there is none.")
    var audience: [String] = []

    @Option(help: "The numeric user that gateways run as (default: this one).")
    var gatewayUser: UInt32?

    @Flag(help: "Believe a system clock that is over 31 days ahead of the ledger: it never goes back.")
    var acceptClock = false

    func run() async throws {
        do {
            try await serve()
        } catch {
            FileHandle.standardError.write(Data("colloque-broker: \(error)\n".utf8))
            throw ExitCode(3)
        }
    }

    private func serve() async throws {
        let list = try WitnessList(path: data + "/config.yaml")
        let witnesses = try list.clients()
        var configuration = BrokerConfiguration(
            directory: data + "/broker", audiences: Set(audience), isWitnessed: !list.isEmpty)
        configuration.acceptsClock = acceptClock
        configuration.webOrigins = list.webOrigins
        if let settings = try OpenIDSettings(path: data + "/config.yaml") {
            configuration.openID = (settings.provider, OpenIDOverHTTP(settings))
        }
        configuration.refused = { rule in
            FileHandle.standardError.write(Data("colloque-broker: refused: \(rule)\n".utf8))
        }
        let lock = try DirectoryLock(directory: configuration.directory)
        defer { lock.release() }
        let signal = await StopSignal.install()
        let broker = try Broker.open(configuration, root: try RootKeySource.read(rootKeyFile))
        let rounds = list.isEmpty ? nil : WitnessRounds(broker: broker, witnesses: witnesses)
        try await rounds?.begin()
        await adoptLimits(broker)
        let server = try await broker.serve(gatewayUser: gatewayUser)
        if let readyFile { try Data("ready\n".utf8).write(to: URL(fileURLWithPath: readyFile), options: .atomic) }
        let failure = await Upkeep(broker: broker, rounds: rounds).run(until: signal.stream)
        signal.cancel()
        try await server.stop()
        try await broker.flush()
        try? await rounds?.round()
        try await broker.close()
        await WitnessPost.close()
        await OpenIDFetch.close()
        if let failure { throw failure }
    }

    /// Enters the file's limits when they are others than the ledger's; a live installation needs two people for that. A file that
    /// cannot be read changes nothing: care does not wait for a typing mistake.
    private func adoptLimits(_ broker: Broker) async {
        var problem: String?
        do {
            guard let limits = try LimitsFile(path: data + "/limits.yaml").read(), limits != broker.limits else {
                return
            }
            if case .refused(let reason) = await broker.admin(.setLimits(limits.text)) { problem = reason }
        } catch {
            problem = "\(error)"
        }
        guard let problem else { return }
        FileHandle.standardError.write(Data("colloque-broker: limits.yaml is not in force: \(problem)\n".utf8))
    }
}
