import BrokerAPI
import JSONTree
import Vocabulary

/// A physician's key for 30 days, with ten emergency openings a day; then loudly, until the broker freezes the account, and signing in
/// again with the key, which leaves the care floor.
struct StolenPhysicianKey: Scenario {
    let title = "a stolen physician key"
    private static let emergenciesTried = 12

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        try await Arena.run(copyOf: base, world) { arena in
            let practice = arena.world.practices[0]
            let thief = try await Thief(arena, practice.account(.physician), .key)
            let reserve = StolenPhysicianKey.emergenciesTried * 30
            var campaign = try await Campaign(thief, practice.crowd.dropLast(reserve), dormant: practice.dormant)
            let patients = Array(practice.crowd.suffix(reserve))
            try await campaign.run(days: 30) { thief, day in
                try await emergencies(&thief, patients.dropFirst(day * StolenPhysicianKey.emergenciesTried))
            }
            let had = "a physician's key, a list of patients' ids; emergency openings every day"
            var outcomes = [try campaign.outcome("stolen physician key, 30 days", had: had, .month)]
            outcomes.append(try await loud(campaign.thief, practice))
            return outcomes
        }
    }

    private func emergencies(_ thief: inout Thief, _ patients: ArraySlice<Victim>) async throws {
        guard try await thief.signIn(), let token = thief.token else { throw DrillError("physician's sign-in") }
        var refused = 0
        for victim in patients.prefix(StolenPhysicianKey.emergenciesTried) {
            let answer = try await StolenPhysicianKey.declare(thief.arena, thief.account, victim.patient, token)
            // Two refusals say enough: more of them, beside those of the hour's sweep, would freeze the account.
            guard answer.status == 200 else {
                refused += 1
                if refused == 2 { return }
                continue
            }
            _ = try await thief.take([victim], .record)
        }
    }

    /// Declares an emergency opening with a fresh assertion.
    static func declare(
        _ arena: Arena, _ account: DrillAccount, _ patient: PatientID, _ token: String
    ) async throws -> DrillAnswer {
        let signIn = try arena.installation.assertion(of: account, bound: false, now: try await arena.now())
        guard case .assertion(let assertion) = signIn.evidence else { throw DrillError("assertion") }
        let body: JSONValue = [
            "resourceType": "Parameters",
            "parameter": [
                ["name": "reason", "valueCode": "unconscious"],
                ["name": "assertion", "valueString": .string(assertion)],
            ],
        ]
        return try await arena.installation.send(
            DrillRequest("POST", "/fhir/Patient/\(patient)/$emergency-opening", token: token, body: body.bytes))
    }

    /// Without patience on a new day: frozen; a fresh sign-in opens nobody new, and still whom the account opened before.
    private func loud(_ thief: Thief, _ practice: DrillPractice) async throws -> ScenarioOutcome {
        let arena = thief.arena
        try await arena.advance(seconds: 40 * 86_400)
        let (start, mark) = (try await arena.now(), try arena.ledger().size())
        guard let token = try await arena.token(thief.account) else { throw DrillError("physician's sign-in") }
        var end: Timestamp?
        for victim in practice.crowd.prefix(400) {
            let answer = try await arena.get("/fhir/Patient/\(victim.patient)/Condition", token)
            guard answer.status == 401 || answer.status == 403 else { continue }
            end = try await arena.now()
            break
        }
        let frozen = try arena.ledger().size()
        guard let again = try await arena.token(thief.account) else { throw DrillError("the fresh factor") }
        for victim in practice.crowd.suffix(50) { _ = try await arena.get("/fhir/Patient/\(victim.patient)", again) }
        let floor = try await arena.get("/fhir/Patient/\(practice.crowd[0].patient)/Condition", again)
        let releases = try arena.ledger().releases(from: mark)
        let afterwards = try arena.ledger().releases(from: frozen).opened(by: [thief.account.id])
        let isCareLeft = Loot.tiers(in: floor).contains(.medical)
        return ScenarioOutcome(
            "stolen physician key, greedy",
            had:
                "the same key, used without patience: frozen; signed in again, 50 strangers refused, own patients still open",
            opened: releases.opened(by: [thief.account.id]), bound: arena.world.bounds.session(.physician, .hour),
            containedAfter: end.map { $0.seconds - start.seconds },
            and: end != nil && isCareLeft && afterwards[.identity] ?? 0 <= 1)
    }
}
