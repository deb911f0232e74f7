import ArgumentParser
import BrokerAPI
import Foundation
import Gateway
import JSONTree
import Logging
import Records
import ServiceLifecycle
import Store
import Vocabulary

/// `colloque serve`: the gateway, with the key broker as a child, until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves an installation over HTTPS.")

    @Option(help: "The data directory.")
    var data: String

    @Option(help: "Address and port; port 0 lets the system choose.")
    var listen = "127.0.0.1:8443"

    @Option(help: "A file that receives {\"url\",\"admin\",\"ca\"} when requests are accepted.")
    var readyFile: String?

    @Flag(help: "Believe a system clock that is over 31 days ahead of the ledger: the broker's time never goes back.")
    var acceptClock = false

    func run() async throws {
        let directory = DataDirectory(data)
        guard let address = GatewayConfiguration.Address(listen) else { throw Failure.usage("--listen: host:port") }
        let broker = try await BrokerKeeper(directory, acceptsClock: acceptClock)
        defer { broker.stop() }
        let logger = Logger(label: "colloque") { _ in JSONLogHandler() }
        let hub = RevocationHub()
        let id = GatewayID.random()
        let client = BrokerClient(
            path: directory.brokerSocket, gateway: id, onRevocation: hub.revoked, onDisconnect: hub.disconnected)
        let store = try SQLiteRecordStore(directory: directory.records)
        var configuration = GatewayConfiguration(dataDirectory: directory.path)
        configuration.listen = address
        configuration.webOrigins = Set(try directory.configuration().webOrigins ?? [])
        let clock = BrokerTimeClock(try await client.hello(Hello(gateway: id)).time)
        let gateway = try Gateway.build(
            configuration: configuration, broker: client, hub: hub, gateway: id, store: store, clock: clock,
            logger: logger
        ) { addresses in
            announce(addresses, directory)
        }
        var services = ServiceGroupConfiguration(
            services: [gateway], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        services.maximumGracefulShutdownDuration = .seconds(20)
        try await ServiceGroup(configuration: services).run()
        await store.close()
        await client.close()
        try? FileManager.default.removeItem(atPath: directory.runFile)
    }

    private func announce(_ addresses: GatewayAddresses, _ directory: DataDirectory) {
        let json: JSONValue = [
            "url": .string(addresses.url), "admin": .string(addresses.admin), "ca": .string(addresses.ca ?? ""),
        ]
        let data = Data(json.bytes + [UInt8(ascii: "\n")])
        try? data.write(to: URL(fileURLWithPath: directory.runFile), options: .atomic)
        if let readyFile { try? data.write(to: URL(fileURLWithPath: readyFile), options: .atomic) }
        Output.error("serving \(addresses.url)")
    }
}
