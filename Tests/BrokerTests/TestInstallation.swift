import BrokerAPI
import ClientKeys
import Crypto
import Foundation
import Identity
import Ledger
import Sealing
import Synchronization
import Vocabulary

@testable import Broker

/// A real broker in a directory of its own, with a time that is moved by hand.
final class TestInstallation: Sendable {
    let directory: String
    let clock: ManualClock
    /// Milliseconds of the monotonic clock.
    let monotonic: Mutex<Int64> = Mutex(0)
    let root: RootKey
    private let open: Mutex<Broker?> = Mutex(nil)

    static let start = Timestamp(seconds: 1_790_000_000)
    static let audience = "https://localhost:8443/oauth/token"

    init(simulated: Bool = true) throws {
        directory = NSTemporaryDirectory() + "colloque-broker-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory + "/ledger", withIntermediateDirectories: true)
        clock = ManualClock(TestInstallation.start)
        root = try RootKey(secret: SecretBytes.random(count: 32))
        try Broker.create(configuration, root: root, simulated: simulated)
        try restart()
    }

    deinit {
        open.withLock { $0 }?.ledger.close()
        try? FileManager.default.removeItem(atPath: directory)
    }

    var configuration: BrokerConfiguration {
        BrokerConfiguration(
            directory: directory, clock: clock, monotonic: { [weak self] in self?.monotonic.withLock { $0 } ?? 0 })
    }

    var broker: Broker {
        get throws {
            guard let broker = open.withLock({ $0 }) else { throw BrokerFailure(.unavailable, "closed") }
            return broker
        }
    }

    /// Closes the ledger as a crash would leave it (nothing is flushed by the broker) and opens again.
    func restart(
        isWitnessed: Bool = false, _ change: (inout BrokerConfiguration) throws -> Void = { _ in }
    ) throws {
        open.withLock { $0 }?.ledger.close()
        var configuration = configuration
        configuration.isWitnessed = isWitnessed
        try change(&configuration)
        let broker = try Broker.open(configuration, root: root)
        open.withLock { $0 = broker }
    }

    func advance(seconds: Int64) {
        monotonic.withLock { $0 += seconds * 1_000 }
        clock.advance(seconds: seconds)
    }

    func practice(size: Int64 = 1) async throws -> PracticeID {
        guard case .added(let id) = await (try broker).admin(.addPractice(name: "P", size: size)),
            let id = PracticeID(id)
        else {
            throw BrokerFailure(.invalid, "practice")
        }
        return id
    }

    func member(_ practice: PracticeID, _ role: Role = .physician, shares: MemberID? = nil) async throws -> Account {
        let key = KeyPair()
        let reply = await (try broker).admin(
            .addMember(practice: practice, role: role, name: "N", key: key.publicKey.text, shares: shares, end: nil))
        guard case .added(let id) = reply, let id = MemberID(id) else { throw BrokerFailure(.invalid, "\(reply)") }
        return Account(holder: .member(id), key: key)
    }

    func client(
        _ practice: PracticeID, _ role: Role = .partner, partner: PartnerID? = nil, depositOnly: Bool = false
    ) async throws -> Account {
        let key = KeyPair()
        let reply = await (try broker).admin(
            .addClient(
                practice: practice, role: role, name: "N", key: key.publicKey.text, partner: partner,
                depositOnly: depositOnly
            ))
        guard case .added(let id) = reply, let id = ClientID(id) else { throw BrokerFailure(.invalid, "\(reply)") }
        return Account(holder: .client(id), key: key)
    }

    func assertion(_ account: Account) throws -> SignIn {
        let broker = try broker
        let now = broker.live.withLock { broker.today(max(broker.time.now(), $0.state.time), $0) }
        let text: String =
            switch account.holder {
            case .member(let id): try account.key.assertion(subject: id, audience: TestInstallation.audience, now: now)
            case .client(let id): try account.key.assertion(subject: id, audience: TestInstallation.audience, now: now)
            }
        return SignIn(assertion: text, audience: TestInstallation.audience)
    }

    /// A session of the strongest class that is bound to no key, so that what is tested needs no proofs: those are `ProofTests`' business.
    func signIn(_ account: Account) async throws -> SessionToken {
        try await broker.unprovenSession(try assertion(account))
    }

    /// Deposits new patients with one identity part each. From a client they are dormant unless `clinical` says otherwise.
    func patients(_ count: Int, _ token: SessionToken, clinical: Timestamp? = nil) async throws -> [PatientID] {
        let patients = (0..<count).map { _ in PatientID.random() }
        let request = DepositRequest(
            token: token, patients: patients.map { NewPatient(patient: $0, clinical: clinical) },
            parts: patients.map {
                NewPart(patient: $0, type: "Patient", id: $0.description, version: 1, tier: .identity)
            })
        let grant = try await broker.deposit(request)
        _ = try await broker.stored(
            StoredRequest(
                token: token, deposit: grant.deposit, digest: [UInt8](repeating: 1, count: 32), count: UInt32(count)))
        return patients
    }

    /// How many of the patients a session opens in a tier, asking for up to 20 at once.
    func opened(
        _ patients: [PatientID], _ token: SessionToken, _ tier: Tier = .identity, purpose: Purpose = .read
    ) async throws -> Int {
        var count = 0
        var start = 0
        while start < patients.count {
            let some = Array(patients[start..<min(start + 20, patients.count)])
            start += 20
            let request = ReleaseRequest(token: token, patients: some, tiers: Tiers(tier), purpose: purpose)
            count += try await broker.release(request).answers.filter(\.isReleased).count
        }
        return count
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

/// A holder with its private key.
struct Account: Sendable {
    let holder: Holder
    let key: KeyPair
}

extension ReleaseAnswer {
    var isReleased: Bool { if case .released = outcome { true } else { false } }

    var reason: RefusalReason? { if case .refused(let reason, _) = outcome { reason } else { nil } }
}
