import BrokerAPI
import Foundation
import Ledger
import Vocabulary

/// One scenario's own running copy of the installation.
struct Arena: Sendable {
    let installation: any DrillInstallation
    let world: World
    /// The administration socket: moves time, freezes, prints bounds.
    let admin: BrokerClient
    /// The broker's socket, as whoever took over the gateway has it.
    let gateway: BrokerClient

    /// Runs `body` on a new running copy of `base`, and removes the copy.
    static func run<R>(
        copyOf base: any DrillInstallation, _ world: World, _ body: (Arena) async throws -> R
    ) async throws -> R {
        let copy = try await base.copy()
        return try await run(on: copy, world) { arena in
            try await copy.start()
            return try await body(arena)
        } finally: {
            await copy.remove()
        }
    }

    /// As the other one, and says of each outcome what the watchtower found first.
    static func run(
        copyOf base: any DrillInstallation, _ world: World, _ body: (Arena) async throws -> [ScenarioOutcome]
    ) async throws -> [ScenarioOutcome] {
        let (outcomes, seen): ([ScenarioOutcome], ScenarioOutcome.Watched) = try await run(copyOf: base, world) {
            arena in
            let mark = try arena.ledger().size()
            return (try await body(arena), try arena.watched(from: mark))
        }
        return outcomes.map { $0.seen(seen) }
    }

    /// As the other one, for a single outcome.
    static func run(
        copyOf base: any DrillInstallation, _ world: World, _ body: (Arena) async throws -> ScenarioOutcome
    ) async throws -> ScenarioOutcome {
        let (outcome, seen): (ScenarioOutcome, ScenarioOutcome.Watched) = try await run(copyOf: base, world) { arena in
            let mark = try arena.ledger().size()
            return (try await body(arena), try arena.watched(from: mark))
        }
        return outcome.seen(seen)
    }

    private func watched(from mark: UInt64) throws -> ScenarioOutcome.Watched {
        guard let watchpost = world.watchpost else { return .not }
        return try watchpost.sighting(try ledger(), from: mark).map(ScenarioOutcome.Watched.found) ?? .nothing
    }

    /// Runs `body` with connections to an installation.
    static func run<R>(
        on installation: any DrillInstallation, _ world: World, _ body: (Arena) async throws -> R,
        finally: () async -> Void = {}
    ) async throws -> R {
        let arena = Arena(
            installation: installation, world: world, admin: BrokerClient(path: installation.adminSocket),
            gateway: BrokerClient(path: installation.brokerSocket))
        do {
            let result = try await body(arena)
            await arena.disconnect()
            await finally()
            return result
        } catch {
            await arena.disconnect()
            await finally()
            throw error
        }
    }

    private func disconnect() async {
        await admin.close()
        await gateway.close()
    }

    /// The broker's time.
    func now() async throws -> Timestamp { try await gateway.hello(Hello(gateway: .random())).time }

    /// Moves the simulated time on, to `moment` or not at all when that is over.
    func advance(to moment: Timestamp) async throws {
        guard try await now() < moment else { return }
        if case .refused(let reason) = try await admin.admin(.advance(to: moment)) {
            throw DrillError("advance: \(reason)")
        }
    }

    /// Moves the simulated time on by some seconds.
    func advance(seconds: Int64) async throws { try await advance(to: try await now().adding(seconds: seconds)) }

    /// Signs in over HTTPS; nil when it is refused.
    func token(_ account: DrillAccount, bound: Bool = true) async throws -> String? {
        try await installation.token(of: account, bound: bound, now: try await now())
    }

    /// Signs in over HTTPS, as an honest user who is not frozen.
    func honestToken(_ account: DrillAccount, bound: Bool = true) async throws -> String {
        guard let token = try await token(account, bound: bound) else {
            throw DrillError("sign-in of \(account.role.rawValue)")
        }
        return token
    }

    /// Signs in on the broker's socket; nil when it is refused.
    func session(_ account: DrillAccount, bound: Bool = true) async throws -> SessionToken? {
        let assertion = try installation.assertion(of: account, bound: bound, now: try await now())
        do {
            let token = try await gateway.signIn(assertion).token
            if let key = assertion.key { installation.note(token: token.text, key: key) }
            return token
        } catch let failure as BrokerFailure where failure.code == .signIn || failure.code == .frozen {
            return nil
        }
    }

    /// A proof for the broker's socket by the key of a session; empty where the session is bound to none.
    func proof(_ naming: DrillNaming, _ token: SessionToken) async throws -> [UInt8] {
        let challenge = try await gateway.challenge(Nothing())
        let proof = try installation.proof(
            naming, "GET", "/fhir/Patient", token: token.text, signer: token.text, nonce: challenge.proofNonces.first,
            now: challenge.time)
        return Array((proof ?? "").utf8)
    }

    /// Asks the broker for keys, with a proof that names all of it.
    func release(_ token: SessionToken, _ patients: [PatientID], _ tiers: Tiers) async throws -> [ReleaseAnswer] {
        let proof = try await proof(DrillNaming(patients, tiers), token)
        let request = ReleaseRequest(token: token, proof: proof, patients: patients, tiers: tiers, purpose: .read)
        return try await gateway.release(request).answers
    }

    /// What the broker hands out for a request: patients with their tiers; none when it refuses the whole.
    func attempt(_ request: () throws -> ReleaseRequest) async throws -> [Released] {
        do {
            return try await gateway.release(try request()).answers.compactMap(Released.init)
        } catch is BrokerFailure {
            return []
        }
    }

    func ledger() throws -> LedgerView { try LedgerView(installation.path) }

    func get(_ path: String, _ token: String?) async throws -> DrillAnswer {
        try await installation.send(DrillRequest("GET", path, token: token))
    }

    /// The bounds as they are printed, and what the ledger says they rest on.
    func bounds() async throws -> Bounds {
        guard case .bounds(let rows) = try await admin.admin(.bounds) else { throw DrillError("bounds") }
        var bounds = Bounds()
        bounds.rows = rows
        try ledger().forEach { entry in
            switch entry.event {
            case .policy(let policy) where policy.name == .limits: bounds.read(limits: policy.value)
            case .practice(let body): if let id = entry.link?.practice { bounds.sizes[id] = Int(clamping: body.size) }
            default: break
            }
        }
        return bounds
    }
}

extension SessionToken {
    /// Reads one as it stands in an `Authorization` header.
    init(text: String) throws(DrillError) {
        guard let bytes = Base64URL.decode(text.utf8), let token = SessionToken(bytes) else {
            throw DrillError("token")
        }
        self = token
    }

    /// As it stands in an `Authorization` header.
    var text: String { unsafe secret.withUnsafeBytes { unsafe Base64URL.text($0) } }
}
