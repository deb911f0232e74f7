import BrokerAPI
import Hummingbird
import Logging
import NIOCore
import Records
import ServiceLifecycle
import Store
import Vocabulary

/// The HTTP front of an installation: FHIR API, sign-in, admin listener.
public struct Gateway: Service {
    private let records: RecordService
    private let listening: Listening
    private let services: [any Service]
    private let limits: GatewayLimits
    private let logger: Logger

    /// Composes a gateway; the same for `serve` and for tests. Nothing listens before ``run()``.
    ///
    /// - Parameters:
    ///   - broker: The broker, or a client of it.
    ///   - hub: What the client's revocation stream feeds.
    ///   - gateway: The id by which the client introduces itself to the broker.
    ///   - onReady: Called once, when both listeners accept connections.
    /// - Throws: ``GatewayError`` and, for the access log's directory, `RecordError`.
    public static func build(
        configuration: GatewayConfiguration, broker: any KeyBroker, hub: RevocationHub, gateway: GatewayID,
        store: any RecordStore, clock: any WallClock, logger: Logger, metrics registry: MetricsRegistry = .init(),
        onReady: @escaping @Sendable (GatewayAddresses) async -> Void
    ) throws -> Gateway {
        guard UInt16(exactly: configuration.listen.port) != nil, UInt16(exactly: configuration.adminPort) != nil else {
            throw GatewayError.address
        }
        let (tls, authority) = try configuration.certificate.configuration(now: clock.now())
        let metrics = GatewayMetrics(registry)
        let broker = CountingBroker(base: broker, metrics: metrics)
        let records = try RecordService(
            broker: broker, store: store, clock: clock,
            accessLog: AccessLog(directory: configuration.accessDirectory, clock: clock))
        hub.attach(records)
        let listening = Listening(publicURL: configuration.publicURL, authority: authority, onReady: onReady)
        let limits = configuration.limits
        let door = FrontDoor(
            limits: limits, api: FHIRAPI(records: records, listening: listening, limits: limits),
            tokens: TokenEndpoint(broker: broker, records: records, listening: listening, clock: clock, limits: limits),
            signIn: SignInDoor(broker: broker, records: records, listening: listening, clock: clock),
            web: WebOrigins(origins: configuration.webOrigins), smart: SmartConfiguration(listening: listening), metrics: metrics, logger: logger,
            gate: RequestGate(limit: limits.maximumRequestsInFlight),
            imports: RequestGate(limit: limits.maximumImportsInFlight),
            bodies: HolderGate(limit: limits.maximumBodiesOfHolder),
            rate: SessionRate(limit: limits.maximumRequestsPerMinute, capacity: limits.maximumCountedSessions))
        let open = Application(
            responder: door, server: limits.secureServer(tls),
            configuration: limits.application(configuration.listen.host, configuration.listen.port, logger),
            onServerRunning: { await listening.serves($0) }, logger: logger.quiet)
        let admin = Application(
            responder: AdminDoor(broker: broker, gateway: gateway, listening: listening, registry: registry),
            server: .http1(configuration: limits.stream),
            configuration: limits.application("127.0.0.1", configuration.adminPort, logger),
            onServerRunning: { await listening.administers($0) }, logger: logger.quiet)
        return Gateway(
            records: records, listening: listening,
            services: [Keeper(records: records, listening: listening), admin, open], limits: limits, logger: logger)
    }

    /// Settles what an earlier end left unfinished, then serves until a graceful shutdown or cancellation: it stops
    /// accepting, lets requests under way end for ``GatewayLimits/drainSeconds``, and writes out the access log.
    public func run() async throws {
        try await records.recover()
        await records.tend()
        var group = ServiceGroupConfiguration(services: services, logger: logger.quiet)
        group.maximumGracefulShutdownDuration = .seconds(limits.drainSeconds)
        try await ServiceGroup(configuration: group).run()
    }
}
