import BrokerAPI
import Foundation
import Vocabulary

/// The broker's whole directory put back to an earlier moment, key database and snapshot included, so that everything opened since is
/// forgotten; a witness remembers.
struct RolledBackBroker: Scenario {
    let title = "a rolled-back broker beside a witness"

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        let copy = try await base.copy()
        do {
            let outcome = try await outcome(copy, world)
            await copy.remove()
            return [outcome]
        } catch {
            await copy.remove()
            throw error
        }
    }

    private func outcome(_ copy: any DrillInstallation, _ world: World) async throws -> ScenarioOutcome {
        let (broker, kept) = (copy.path + "/broker", copy.path + "/kept")
        try Files.copy(broker, to: kept)
        try await copy.startWitness()
        let first = try await raid(copy, world)
        guard first[.identity] ?? 0 > 0 else { throw DrillError("the thief took nothing before the rollback") }
        try putBack(kept, to: broker)
        var isRefused = false
        do { try await copy.start() } catch { isRefused = true }
        await copy.stop()
        await copy.stopWitness()
        try putBack(kept, to: broker)
        let second = try await raid(copy, world)
        return ScenarioOutcome(
            "broker rolled back, with a witness",
            had:
                "a physician's key, used up for an hour (\(first[.identity] ?? 0) patients), and the broker's directory as it was before. "
                + "\(isRefused ? "The broker refuses to start" : "It STARTS"); kept from its witness it opens the care floor only: "
                + "what it opened of these patients is counted here. Without a witness each rollback gives the hour again",
            opened: second, and: isRefused)
    }

    private func putBack(_ kept: String, to broker: String) throws {
        try FileManager.default.removeItem(atPath: broker)
        try Files.copy(kept, to: broker)
    }

    /// Serves the copy, takes what a physician's key takes within an hour, and says what left according to the ledger.
    private func raid(_ copy: any DrillInstallation, _ world: World) async throws -> [Tier: Int] {
        try await copy.start()
        let opened = try await Arena.run(on: copy, world) { arena in
            let practice = arena.world.practices[0]
            let account = try practice.account(.physician)
            let mark = try arena.ledger().size()
            var raider = Raider(arena, account, practice.crowd.map(\.patient))
            _ = try await raider.sweep()
            return try arena.ledger().releases(from: mark).opened(by: [account.id])
        }
        await copy.stop()
        return opened
    }
}
