import BrokerAPI
import Foundation
import Sealing
import Synchronization

@testable import Broker

/// A broker behind its socket, on files of its own; it can end as a crash ends it and be opened again.
final class BrokerRoom: Sendable {
    /// How a broker ends.
    enum End {
        /// Nothing is flushed and no snapshot is kept.
        case crash
        /// Everything is entered, and a snapshot kept.
        case orderly
    }

    private struct Running {
        let broker: Broker
        let server: FrameServer
    }

    let configuration: BrokerConfiguration
    private let root: RootKey
    private let running: Mutex<Running>

    init(directory: String) async throws {
        root = try RootKey(secret: .random(count: 32))
        configuration = BrokerConfiguration(directory: directory)
        try Broker.create(configuration, root: root, simulated: true)
        running = Mutex(try await BrokerRoom.start(configuration, root))
    }

    private static func start(_ configuration: BrokerConfiguration, _ root: RootKey) async throws -> Running {
        let broker = try Broker.open(configuration, root: root)
        return Running(broker: broker, server: try await broker.serve())
    }

    var broker: Broker { running.withLock { $0.broker } }
    var server: FrameServer { running.withLock { $0.server } }

    func close(_ end: End) async throws {
        try? await server.stop()
        switch end {
        case .crash: broker.ledger.close()
        case .orderly: try await broker.close()
        }
    }

    func open() async throws {
        let fresh = try await BrokerRoom.start(configuration, root)
        running.withLock { $0 = fresh }
    }
}
