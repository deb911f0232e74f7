import Broker
import BrokerAPI
import ClientKeys
import Foundation
import Gateway
import Identity
import Logging
import Records
import ServiceLifecycle
import Store
import Testing
import Vocabulary

/// A whole installation in a directory of its own: broker behind its socket, SQLite, gateway over HTTPS; no part is played.
struct Installation: Sendable {
    let directory: String
    let room: BrokerRoom
    let addresses: GatewayAddresses
    let log: CapturedLog
    let metrics: MetricsRegistry
    /// Begins a graceful shutdown.
    let stop: @Sendable () async -> Void
    /// Ends the broker's socket and the gateway's connection to it.
    let loseBroker: @Sendable () async -> Void
    /// The gateway's client of the broker.
    let client: BrokerClient

    /// The broker that runs now.
    var broker: Broker { room.broker }

    /// Ends the broker, as a crash or in good order, and opens it again on its files.
    func restartBroker(_ end: BrokerRoom.End) async throws {
        try await room.close(end)
        await client.close()
        try await room.open()
    }

    /// Runs `body` against a new installation and takes it down again, whatever happens; `after`
    /// sees its files then.
    static func with(
        limits: GatewayLimits = GatewayLimits(), broker limitsText: String? = nil,
        after: @Sendable (_ directory: String) throws -> Void = { _ in },
        _ body: @Sendable (Installation) async throws -> Void
    ) async throws {
        let directory = NSTemporaryDirectory() + "colloque-\(UInt32.random(in: .min ... .max))"
        defer { try? FileManager.default.removeItem(atPath: directory) }
        for path in [directory, directory + "/broker"] {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        let room = try await BrokerRoom(directory: directory + "/broker")
        // A bearer's share is all, so that a test's numbers are those that it wrote.
        let text = limitsText?.replacing("classes=50,50", with: "classes=50,100")
        if let text, case .refused(let why) = await room.broker.admin(.setLimits(text)) {
            Issue.record("limits: \(why)")
        }
        var configuration = GatewayConfiguration(dataDirectory: directory)
        configuration.limits = limits
        try await run(configuration, directory, room, body)
        try after(directory)
        try? await room.close(.orderly)
    }

    private static func run(
        _ configuration: GatewayConfiguration, _ directory: String, _ room: BrokerRoom,
        _ body: @Sendable (Installation) async throws -> Void
    ) async throws {
        let (hub, id, log, metrics) = (RevocationHub(), GatewayID.random(), CapturedLog(), MetricsRegistry())
        let client = BrokerClient(
            path: room.configuration.socket, gateway: id, onRevocation: hub.revoked, onDisconnect: hub.disconnected)
        let store = try SQLiteRecordStore(directory: directory + "/records")
        let (ready, told) = AsyncStream<GatewayAddresses>.makeStream()
        let gateway = try Gateway.build(
            configuration: configuration, broker: client, hub: hub, gateway: id, store: store, clock: SystemClock(),
            logger: log.logger, metrics: metrics, onReady: { told.yield($0) })
        let group = ServiceGroup(configuration: .init(services: [gateway], logger: log.logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { told.finish() }
                try await group.run()
            }
            var addresses = ready.makeAsyncIterator()
            guard let address = await addresses.next() else {
                try await tasks.waitForAll()
                return
            }
            let installation = Installation(
                directory: directory, room: room, addresses: address, log: log, metrics: metrics,
                stop: { await group.triggerGracefulShutdown() },
                loseBroker: {
                    try? await room.server.stop()
                    try? FileManager.default.removeItem(atPath: room.configuration.socket)
                    await client.close()
                }, client: client)
            let outcome: Result<Void, any Error>
            do {
                outcome = .success(try await body(installation))
            } catch {
                outcome = .failure(error)
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            try outcome.get()
        }
        await client.close()
        await store.close()
    }

    /// Adds a practice.
    func practice(size: Int64 = 3) async throws -> PracticeID {
        try id(await broker.admin(.addPractice(name: "Cabinet \(UInt16.random(in: .min ... .max))", size: size)))
    }

    /// Adds a membership or client and signs it in.
    func caller(_ role: Role, in practice: PracticeID) async throws -> Caller {
        let key = KeyPair()
        let name = "\(role.rawValue) \(UInt32.random(in: .min ... .max))"
        let reply =
            role.isMembership
            ? await broker.admin(
                .addMember(practice: practice, role: role, name: name, key: key.publicKey.text, shares: nil, end: nil))
            : await broker.admin(
                .addClient(
                    practice: practice, role: role, name: name, key: key.publicKey.text, partner: nil,
                    depositOnly: false))
        let id: MemberID = try id(reply)
        var caller = Caller(addresses: addresses, key: key, subject: id)
        try await caller.signIn()
        return caller
    }

    private func id<Kind>(_ reply: AdminReply) throws -> ID<Kind> {
        guard case .added(let text) = reply, let id = ID<Kind>(text) else {
            throw BrokerFailure(.invalid, "administration: \(reply)")
        }
        return id
    }
}
