import BrokerAPI
import Vocabulary

/// A partner program's key empties its practice for an hour, a day and 30 days, and in the end loudly.
struct StolenPartner: Scenario {
    let title = "a stolen partner client"

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        try await Arena.run(copyOf: base, world) { arena in
            let practice = arena.world.practices[0]
            let thief = try await Thief(arena, practice.account(.partner), .key)
            var campaign = try await Campaign(thief, practice.crowd, dormant: practice.dormant)
            try await campaign.run(days: 30)
            let had =
                "a partner program's key and a list of \(practice.crowd.count + practice.dormant.count) patients' ids"
            var outcomes = [
                try campaign.outcome("stolen partner client, 1 hour", had: had, .hour),
                try campaign.outcome("stolen partner client, 1 day", had: had, .day),
                try campaign.outcome("stolen partner client, 30 days", had: had, .month),
            ]
            outcomes.append(try await loud(campaign.thief, practice))
            return outcomes
        }
    }

    /// Asks for a hundred at once, whatever is refused: the client is frozen and gets no session again.
    private func loud(_ thief: Thief, _ practice: DrillPractice) async throws -> ScenarioOutcome {
        let arena = thief.arena
        try await arena.advance(seconds: 40 * 86_400)
        let (start, mark) = (try await arena.now(), try arena.ledger().size())
        guard let token = try await arena.token(thief.account) else { throw DrillError("partner's sign-in") }
        var end: Timestamp?
        for victim in practice.crowd.prefix(100) + practice.dormant {
            let answer = try await arena.get("/fhir/Patient/\(victim.patient)/Condition", token)
            guard answer.status == 401 || answer.status == 403 else { continue }
            end = try await arena.now()
            break
        }
        let again = try await arena.token(thief.account)
        let opened = try arena.ledger().releases(from: mark).opened(by: [thief.account.id])
        return ScenarioOutcome(
            "stolen partner client, greedy", had: "the same key, used without patience: frozen, and no session again",
            opened: opened, bound: arena.world.bounds.session(thief.account.role, .hour),
            containedAfter: end.map { $0.seconds - start.seconds }, and: end != nil && again == nil)
    }
}
