import Foundation
import NIOCore
import NIOPosix
import Synchronization
import Vocabulary

/// Speaks to a broker over its Unix socket; connects when it must and again after a loss.
public final class BrokerClient: KeyBroker {
    private let path: String
    private let gateway: GatewayID
    private let group: any EventLoopGroup
    private let onRevocation: @Sendable (Revocation) -> Void
    private let onDisconnect: @Sendable () -> Void
    private let current = Mutex<EventLoopFuture<BrokerConnection>?>(nil)

    /// Makes a client that connects on its first call.
    /// - Parameters:
    ///   - path: The broker's socket.
    ///   - gateway: Who calls; drawn anew at each start of a gateway.
    ///   - onRevocation: Called on an event loop for each revocation; must be quick.
    ///   - onDisconnect: Called when the connection is lost: revocations may be missed from then on, so keys must be dropped.
    public init(
        path: String, gateway: GatewayID = .random(), group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
        onRevocation: @escaping @Sendable (Revocation) -> Void = { _ in },
        onDisconnect: @escaping @Sendable () -> Void = {}
    ) {
        self.path = path
        self.gateway = gateway
        self.group = group
        self.onRevocation = onRevocation
        self.onDisconnect = onDisconnect
    }

    /// Closes the connection, if there is one.
    public func close() async {
        let future = current.withLock { future in
            defer { future = nil }
            return future
        }
        try? await future?.get().close()
    }

    private func connection() async throws -> BrokerConnection {
        let future = current.withLock { current -> EventLoopFuture<BrokerConnection> in
            if let existing = current { return existing }
            let fresh = connect()
            current = fresh
            return fresh
        }
        do {
            let connection = try await future.get()
            guard connection.isClosed else { return connection }
        } catch {
            forget(future)
            throw BrokerFailure(.unavailable, "broker not reachable")
        }
        forget(future)
        throw BrokerFailure(.unavailable, "broker went away")
    }

    private func forget(_ future: EventLoopFuture<BrokerConnection>) {
        current.withLock { if $0 === future { $0 = nil } }
    }

    private func connect() -> EventLoopFuture<BrokerConnection> {
        let connection = BrokerConnection(onRevocation: onRevocation, onClose: onDisconnect)
        let hello = Hello(gateway: gateway).bytes
        return ClientBootstrap(group: group)
            .connectTimeout(.seconds(5))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers([
                        ByteToMessageHandler(FrameDecoder()), connection,
                    ])
                }
            }
            .connect(unixDomainSocketPath: path)
            .flatMap { channel in
                connection.attach(channel)
                return channel.eventLoop.makeFutureWithTask {
                    let answer = try await connection.call(Call.hello.rawValue, hello)
                    guard answer.kind == 0 else { throw BrokerFailure(.unavailable, "hello refused") }
                    return connection
                }
            }
    }

    private func call<Answer: WireMessage>(_ call: Call, _ request: some WireMessage) async throws -> Answer {
        let frame = try await connection().call(call.rawValue, request.bytes)
        guard frame.kind == 0 else { throw try BrokerFailure(bytes: frame.payload) }
        return try Answer(bytes: frame.payload)
    }
}

extension BrokerClient {
    /// Introduces the gateway again; done by itself on each connection.
    public func hello(_ request: Hello) async throws -> Welcome { try await call(.hello, request) }
    /// Draws a nonce to sign in with, and says those that request proofs may bear.
    public func challenge(_ request: Nothing) async throws -> Challenge { try await call(.challenge, request) }
    /// Begins a sign-in at the OpenID provider.
    public func openID(_ request: OpenIDBeginning) async throws -> OpenIDBegun { try await call(.openID, request) }
    /// Adds a factor to a person.
    public func enrol(_ request: Enrolment) async throws -> Enrolled { try await call(.enrol, request) }
    /// Carries out what the person behind a session asks about themself.
    public func person(_ request: PersonRequest) async throws -> PersonAnswer { try await call(.person, request) }
    /// Begins a session of a verified factor.
    public func signIn(_ request: SignIn) async throws -> SessionGrant { try await call(.signIn, request) }
    /// Says what a session is, if it lives.
    public func session(_ token: SessionToken) async throws -> SessionInfo { try await call(.session, token) }
    /// Ends a session.
    public func signOut(_ token: SessionToken) async throws -> Nothing { try await call(.signOut, token) }
    /// Releases tier keys of named patients.
    public func release(_ request: ReleaseRequest) async throws -> ReleaseAnswers { try await call(.release, request) }
    /// Releases the keys of the practice's own resources.
    public func ownKeys(_ request: OwnKeysRequest) async throws -> ReleaseAnswers { try await call(.ownKeys, request) }
    /// Computes the tokens of search terms.
    public func tokens(_ request: TokensRequest) async throws -> Tokens { try await call(.tokens, request) }
    /// Releases identity keys of the matches of a search or an agenda.
    public func matches(_ request: MatchesRequest) async throws -> ReleaseAnswers { try await call(.matches, request) }
    /// Releases part keys for new parts.
    public func deposit(_ request: DepositRequest) async throws -> DepositGrant { try await call(.deposit, request) }
    /// Enters that a deposit is in the store.
    public func stored(_ request: StoredRequest) async throws -> Nothing { try await call(.stored, request) }
    /// Says which deposits have a `stored` entry.
    public func depositStates(_ request: DepositStatesRequest) async throws -> DepositStates {
        try await call(.depositStates, request)
    }
    /// Declares an emergency opening.
    public func emergency(_ request: EmergencyRequest) async throws -> Nothing { try await call(.emergency, request) }
    /// Enters the head of an access log.
    public func accessHead(_ request: AccessHead) async throws -> Nothing { try await call(.accessHead, request) }
    /// Says what the ledger holds of one patient.
    public func history(_ request: HistoryRequest) async throws -> HistoryAnswer { try await call(.history, request) }

    /// Asks something of the administration socket.
    public func admin(_ request: AdminRequest) async throws -> AdminReply {
        let frame = try await connection().call(Call.admin.rawValue, Array(JSONEncoder().encode(request)))
        guard frame.kind == 0 else { throw try BrokerFailure(bytes: frame.payload) }
        return try JSONDecoder().decode(AdminReply.self, from: Data(frame.payload))
    }
}
