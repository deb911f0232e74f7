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
    func token(_ account: DrillAccount) async throws -> String? {
        try await installation.token(of: account, now: try await now())
    }

    /// Signs in over HTTPS, as an honest user who is not frozen.
    func honestToken(_ account: DrillAccount) async throws -> String {
        guard let token = try await token(account) else { throw DrillError("sign-in of \(account.role.rawValue)") }
        return token
    }

    /// Signs in on the broker's socket; nil when it is refused.
    func session(_ account: DrillAccount) async throws -> SessionToken? {
        let assertion = try installation.assertion(of: account, now: try await now())
        do {
            return try await gateway.signIn(assertion).token
        } catch let failure as BrokerFailure where failure.code == .signIn || failure.code == .frozen {
            return nil
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
