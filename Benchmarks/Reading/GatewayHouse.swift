import BrokerAPI
import Gateway
import Logging
import Records
import ServiceLifecycle
import Store
import Vocabulary

/// A whole installation: broker behind its socket, SQLite, gateway over HTTPS.
struct GatewayHouse: Sendable {
    let broker: BrokerHouse
    let store: SQLiteRecordStore
    /// The gateway's own connection to the broker.
    let client: BrokerClient
    /// Base URL of the API.
    let url: String
    /// Port of the API on 127.0.0.1.
    let port: Int
    /// Path of the certificate to trust.
    let authority: String

    /// Lends a new one and takes it down.
    static func with<R: Sendable>(_ body: @escaping @Sendable (GatewayHouse) async throws -> R) async throws -> R {
        try await BrokerHouse.with { house in
            let (hub, id) = (RevocationHub(), GatewayID.random())
            let client = BrokerClient(
                path: house.socket, gateway: id, onRevocation: hub.revoked, onDisconnect: hub.disconnected)
            let store = try SQLiteRecordStore(directory: house.directory + "/records")
            var configuration = GatewayConfiguration(dataDirectory: house.directory)
            configuration.limits.maximumRequestsPerMinute = .max / 2
            let (ready, told) = AsyncStream<GatewayAddresses>.makeStream()
            let logger = Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
            let gateway = try Gateway.build(
                configuration: configuration, broker: client, hub: hub, gateway: id, store: store,
                clock: SystemClock(), logger: logger, onReady: { told.yield($0) })
            let result = try await Serving.with(gateway, logger: logger) {
                var addresses = ready.makeAsyncIterator()
                guard let address = await addresses.next(), let authority = address.ca,
                    let port = address.url.split(separator: ":").last.flatMap({ Int($0) })
                else { throw BenchmarkError.unexpected("gateway") }
                return try await body(
                    GatewayHouse(
                        broker: house, store: store, client: client, url: address.url, port: port, authority: authority)
                )
            }
            await client.close()
            await store.close()
            return result
        }
    }
}
