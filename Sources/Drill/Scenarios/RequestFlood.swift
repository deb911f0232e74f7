import BrokerAPI
import Vocabulary

/// A stolen physician's key that asks for acts of two people without end, so that nobody else's would be heard.
struct RequestFlood: Scenario {
    let title = "requests without end"
    private static let requests = 150

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        try await Arena.run(copyOf: base, world) { arena in
            let (practice, other) = (arena.world.practices[0], arena.world.practices[1])
            let (account, office) = (try practice.account(.physician), try await Office(arena))
            let (start, mark) = (try await arena.now(), try arena.ledger().size())
            guard let member = MemberID(account.id) else { throw DrillError("physician") }
            let reset = AdminRequest.resetFactors(practice: practice.id, member: member)
            let content = try reset.text
            var (asked, refusedAt) = (0, Timestamp?.none)
            for _ in 0..<RequestFlood.requests {
                let evidence = try await office.evidence(.request, content, by: account)
                if case .asked = try await arena.admin.admin(.ask(content: content, evidence: evidence)) {
                    asked += 1
                } else if refusedAt == nil {
                    refusedAt = try await arena.now()
                }
            }
            let freeze = AdminRequest.freeze(scope: .practice, practice: other.id, holder: nil, reason: "alarm")
            guard case .done = try await arena.admin.admin(freeze) else { throw DrillError("freeze") }
            let thaw = try await isTaken(
                .thaw(scope: .practice, practice: other.id, holder: nil, reason: "over"), office)
            let erase = AdminRequest.erase(practice: other.id, patient: other.crowd[0].patient)
            let act = try await isTaken(erase, office)
            // What waits too long is gone, and makes room.
            try await arena.advance(seconds: 8 * 86_400)
            let later = try await isTaken(erase, office)
            return [
                ScenarioOutcome(
                    "requests without end",
                    had:
                        "a physician's key file, \(RequestFlood.requests) requests for acts of two people, \(asked) taken; then an operator's thaw "
                        + "of another practice \(thaw ? "done" : "refused"), another's request \(act ? "taken" : "refused"), "
                        + "and eight days later \(later ? "taken" : "refused")",
                    opened: try arena.ledger().releases(from: mark).opened(by: nil),
                    containedAfter: refusedAt.map { $0.seconds - start.seconds }, and: thaw && act && later)
            ]
        }
    }

    private func isTaken(_ request: AdminRequest, _ office: Office) async throws -> Bool {
        let content = try request.text
        let evidence = try await office.evidence(.request, content, by: office.first)
        if case .refused = try await office.say(.ask(content: content, evidence: evidence)) { return false }
        return true
    }
}
