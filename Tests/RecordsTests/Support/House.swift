import BrokerAPI
import ClientKeys
import Foundation
import Identity
import JSONTree
import Sealing
import Store
import Synchronization
import Vocabulary

@testable import Broker
@testable import Records

/// A real broker, a real store and a service, in a directory of its own.
final class House: Sendable {
    /// A holder with its private key.
    struct Account: Sendable {
        let holder: Holder
        let key: KeyPair

        var member: MemberID? { if case .member(let id) = holder { id } else { nil } }
    }

    static let audience = "https://localhost:8443/oauth/token"
    let directory: String
    let broker: Broker
    let store: SQLiteRecordStore
    let clock = ManualClock(Timestamp(seconds: 1_790_000_000))
    let accessLog: AccessLog
    let faults: Faults
    let service: RecordService

    init(practices: Int = 1) throws {
        directory = NSTemporaryDirectory() + "colloque-records-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory + "/broker/ledger", withIntermediateDirectories: true)
        let clock = clock
        let start = clock.now().milliseconds
        let configuration = BrokerConfiguration(
            directory: directory + "/broker", clock: clock, monotonic: { clock.now().milliseconds - start })
        let root = try RootKey(secret: .random(count: 32))
        try Broker.create(configuration, root: root, simulated: true)
        broker = try Broker.open(configuration, root: root)
        store = try SQLiteRecordStore(directory: directory + "/records")
        accessLog = try AccessLog(directory: directory + "/access", clock: clock)
        faults = Faults(broker: broker, store: store)
        service = try RecordService(broker: faults, store: faults, clock: clock, accessLog: accessLog)
        let hub = RevocationHub()
        hub.attach(service)
        _ = broker.revocations.add { hub.revoked($0) }
    }

    deinit {
        broker.ledger.close()
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// Entries of the ledger.
    var size: Int64 { broker.look { state, _ in state.size } }

    /// Another gateway over the same broker and store, as after a restart.
    func restarted() throws -> RecordService {
        try RecordService(broker: broker, store: store, clock: clock, accessLog: accessLog)
    }

    func practice(size: Int64 = 3) async throws -> PracticeID {
        guard case .added(let id) = await broker.admin(.addPractice(name: "P", size: size)), let id = PracticeID(id)
        else {
            throw BrokerFailure(.invalid, "practice")
        }
        return id
    }

    func member(_ practice: PracticeID, _ role: Role = .physician) async throws -> Account {
        let key = KeyPair()
        let reply = await broker.admin(
            .addMember(practice: practice, role: role, name: "N", key: key.publicKey.text, shares: nil, end: nil))
        guard case .added(let id) = reply, let id = MemberID(id) else { throw BrokerFailure(.invalid, "\(reply)") }
        return Account(holder: .member(id), key: key)
    }

    func client(_ practice: PracticeID, _ role: Role = .partner, depositOnly: Bool = false) async throws -> Account {
        let key = KeyPair()
        let reply = await broker.admin(
            .addClient(
                practice: practice, role: role, name: "N", key: key.publicKey.text, partner: nil,
                depositOnly: depositOnly))
        guard case .added(let id) = reply, let id = ClientID(id) else { throw BrokerFailure(.invalid, "\(reply)") }
        return Account(holder: .client(id), key: key)
    }

    func assertion(_ account: Account) throws -> SignIn {
        let now = broker.look { _, now in now }
        let text: String =
            switch account.holder {
            case .member(let id): try account.key.assertion(subject: id, audience: House.audience, now: now)
            case .client(let id): try account.key.assertion(subject: id, audience: House.audience, now: now)
            }
        return SignIn(assertion: text, audience: House.audience)
    }

    func signIn(_ account: Account) async throws -> SessionToken {
        try await broker.unprovenSession(try assertion(account))
    }

    func session(_ account: Account) async throws -> RecordSession {
        try await service.session(try await signIn(account))
    }

    /// A session of a new member of the practice.
    func session(_ practice: PracticeID, _ role: Role = .physician) async throws -> RecordSession {
        try await session(try await member(practice, role))
    }
}

extension Broker {
    /// Begins a session as ``signIn(_:)`` does, of the class of a bound one, and binds it to nothing.
    func unprovenSession(_ request: SignIn) async throws -> SessionToken {
        let shown = try await shown(request)
        let info = try await enter { entering in
            let holder = try entering.holder(of: shown, nil)
            let (practice, state) = try entering.mayBegin(holder)
            try entering.use(shown, of: holder)
            let isMember = state.role.isMembership
            let seconds = isMember ? configuration.memberSessionSeconds : configuration.clientSessionSeconds
            let session = SessionState(
                practice: practice, holder: holder, sessionClass: isMember ? .passkey : .client,
                gateway: GatewayID(high: 0, low: 0), end: entering.now.adding(seconds: seconds), key: nil)
            return try entering.begin(session, state, jti: shown.jti)
        }
        return try token(of: info.session)
    }
}
