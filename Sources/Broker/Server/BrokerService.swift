import BrokerAPI
import Foundation
import Vocabulary

/// What a socket serves.
enum BrokerService: FrameService {
    /// The calls of ``KeyBroker``.
    case gateway(Broker)
    /// Administration and nothing else.
    case admin(Broker)

    var broker: Broker {
        switch self {
        case .gateway(let broker), .admin(let broker): broker
        }
    }

    func listen(_ listener: @escaping @Sendable (Revocation) -> Void) -> Int { broker.revocations.add(listener) }

    func unlisten(_ listener: Int) { broker.revocations.remove(listener) }

    /// Answers one frame. `gateway` is who introduced itself on this connection.
    func answer(_ frame: Frame, gateway: GatewayID) async -> Frame {
        do {
            guard let call = Call(rawValue: frame.kind) else { throw BrokerFailure(.invalid, "call") }
            let payload = try await carryOut(call, frame.payload, gateway)
            return Frame(number: frame.number, kind: 0, payload: payload)
        } catch let failure as BrokerFailure {
            return Frame(number: frame.number, kind: 1, payload: failure.bytes)
        } catch is WireError {
            return Frame(number: frame.number, kind: 1, payload: BrokerFailure(.invalid, "message").bytes)
        } catch {
            return Frame(number: frame.number, kind: 1, payload: BrokerFailure(.unavailable, "internal").bytes)
        }
    }

    private func carryOut(_ call: Call, _ payload: [UInt8], _ gateway: GatewayID) async throws -> [UInt8] {
        switch self {
        case .admin(let broker):
            if call == .hello { return try await broker.hello(Hello(bytes: payload)).bytes }
            guard call == .admin, payload.count <= 65_536,
                let request = try? JSONDecoder().decode(AdminRequest.self, from: Data(payload))
            else { throw BrokerFailure(.invalid, "administration") }
            return Array(try JSONEncoder().encode(await broker.admin(request)))
        case .gateway(let broker):
            return try await carryOut(call, payload, broker, gateway)
        }
    }

    private func carryOut(_ call: Call, _ payload: [UInt8], _ broker: Broker, _ gateway: GatewayID) async throws
        -> [UInt8]
    {
        switch call {
        case .hello: try await broker.hello(Hello(bytes: payload)).bytes
        case .signIn: try await broker.signIn(SignIn(bytes: payload), gateway: gateway).bytes
        case .challenge: try await broker.challenge(Nothing(bytes: payload)).bytes
        case .openID: try await broker.openID(OpenIDBeginning(bytes: payload)).bytes
        case .enrol: try await broker.enrol(Enrolment(bytes: payload), gateway: gateway).bytes
        case .person: try await broker.person(PersonRequest(bytes: payload), gateway: gateway).bytes
        case .session: try await broker.session(SessionToken(bytes: payload)).bytes
        case .signOut: try await broker.signOut(SessionToken(bytes: payload)).bytes
        case .release: try await broker.release(ReleaseRequest(bytes: payload), gateway: gateway).bytes
        case .ownKeys: try await broker.ownKeys(OwnKeysRequest(bytes: payload), gateway: gateway).bytes
        case .tokens: try await broker.tokens(TokensRequest(bytes: payload), gateway: gateway).bytes
        case .matches: try await broker.matches(MatchesRequest(bytes: payload), gateway: gateway).bytes
        case .deposit: try await broker.deposit(DepositRequest(bytes: payload), gateway: gateway).bytes
        case .stored: try await broker.stored(StoredRequest(bytes: payload)).bytes
        case .depositStates: try await broker.depositStates(DepositStatesRequest(bytes: payload)).bytes
        case .emergency: try await broker.emergency(EmergencyRequest(bytes: payload), gateway: gateway).bytes
        case .accessHead: try await broker.accessHead(AccessHead(bytes: payload)).bytes
        case .history: try await broker.history(HistoryRequest(bytes: payload), gateway: gateway).bytes
        case .admin, .revocation: throw BrokerFailure(.invalid, "call")
        }
    }
}

extension Broker {
    /// Serves the two sockets: one for gateways, one for administration.
    /// - Parameter gatewayUser: The user that gateways run as; nil for the broker's own.
    public func serve(gatewayUser: UInt32? = nil) async throws -> FrameServer {
        try await FrameServer.start([
            .init(configuration.socket, user: gatewayUser, BrokerService.gateway(self)),
            .init(configuration.adminSocket, BrokerService.admin(self)),
        ])
    }
}
