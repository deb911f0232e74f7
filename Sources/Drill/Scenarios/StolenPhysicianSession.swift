import BrokerAPI
import Vocabulary

/// A physician's live session, without the key: it lasts 12 hours at most and cannot be begun again.
struct StolenPhysicianSession: Scenario {
    let title = "a stolen physician session"

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        try await Arena.run(copyOf: base, world) { arena in
            let practice = arena.world.practices[0]
            let thief = try await Thief(arena, practice.account(.physician), hasKey: false)
            var campaign = try await Campaign(thief, practice.crowd, dormant: practice.dormant)
            try await campaign.run(days: 2)
            let had = "a physician's session token, no key, and a list of patients' ids"
            return [
                try campaign.outcome("stolen physician session, 1 hour", had: had, .hour),
                try campaign.outcome("stolen physician session, 1 day", had: had, .day),
            ]
        }
    }
}
