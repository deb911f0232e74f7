import BrokerAPI
import JSONTree
import Vocabulary

/// Stolen sessions close the installation's tripwire on purpose; a physician of another practice works on all the same.
struct TripwireAbuse: Scenario {
    let title = "the tripwire as an off switch"

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        try await Arena.run(copyOf: base, world) { arena in
            let (robbed, honest) = (arena.world.practices[0], arena.world.practices[1])
            let physician = try honest.account(.physician)
            let own = Array(honest.crowd[0..<5])
            _ = try await visit(arena, physician, own)
            try await arena.advance(seconds: 3 * 86_400)
            let booked = Array(honest.crowd[10..<20])
            try await book(arena, honest, booked, for: physician)
            let (start, mark) = (try await arena.now(), try arena.ledger().size())
            let isClosed = try await close(arena, robbed)
            let seconds = try await arena.now().seconds - start.seconds
            let stolen = Set(robbed.accounts.map(\.id))
            let opened = try arena.ledger().releases(from: mark).opened(by: stolen)
            let refusals =
                try await visit(arena, physician, booked + own)
                + (try await emergency(arena, physician, honest.dormant[0]))
            let strangers = try await visit(arena, physician, Array(honest.crowd[40..<43]))
            return [
                ScenarioOutcome(
                    "the tripwire as an off switch",
                    had:
                        "\(stolen.count) stolen sessions that close the tripwire (\(isClosed ? "closed" : "not closed")); then a physician "
                        + "elsewhere opens 10 expected and 5 own patients and an emergency: \(refusals) refused; "
                        + "\(strangers) of 3 unexpected strangers refused meanwhile",
                    opened: opened,
                    bound: Dictionary(
                        uniqueKeysWithValues: Tier.allCases.map { ($0, arena.world.bounds.tripwireHour) }),
                    containedAfter: seconds, and: isClosed && refusals == 0)
            ]
        }
    }

    /// Opens patients as a physician does; how many were not shown whole.
    private func visit(_ arena: Arena, _ account: DrillAccount, _ patients: [Victim]) async throws -> Int {
        let token = try await arena.honestToken(account)
        var refused = 0
        for victim in patients {
            var tiers: Tiers = []
            for path in Loot.record.paths(victim) { tiers.formUnion(Loot.tiers(in: try await arena.get(path, token))) }
            if tiers != .all { refused += 1 }
        }
        return refused
    }

    private func emergency(_ arena: Arena, _ account: DrillAccount, _ victim: Victim) async throws -> Int {
        let token = try await arena.honestToken(account)
        let answer = try await StolenPhysicianKey.declare(arena, account, victim.patient, token)
        guard answer.status == 200 else { return 1 }
        return try await visit(arena, account, [victim])
    }

    /// The secretary books patients for a physician today.
    private func book(_ arena: Arena, _ practice: DrillPractice, _ patients: [Victim], for physician: DrillAccount)
        async throws
    {
        let token = try await arena.honestToken(try practice.account(.secretary))
        let now = try await arena.now()
        for victim in patients {
            func participant(_ reference: String) -> JSONValue {
                ["actor": ["reference": .string(reference)], "status": "accepted"]
            }
            let appointment: JSONValue = [
                "resourceType": "Appointment", "status": "booked", "start": .string(Day.instant(now)),
                "participant": [participant("Patient/\(victim.patient)"), participant("Practitioner/\(physician.id)")],
            ]
            guard let member = MemberID(physician.id) else { throw DrillError("booking") }
            let naming = DrillNaming(booking: .init(patient: victim.patient, professional: member, day: now.day))
            let answer = try await arena.installation.send(
                DrillRequest("POST", "/fhir/Appointment", token: token, body: appointment.bytes, proof: .naming(naming))
            )
            guard answer.status == 201 else { throw DrillError("booking: \(answer.status) \(answer.code ?? "")") }
        }
    }

    /// Opens as many different patients as it takes; whether the tripwire closed.
    private func close(_ arena: Arena, _ practice: DrillPractice) async throws -> Bool {
        var first = 0
        for account in practice.accounts where account.role != .laboratory {
            var raider = Raider(arena, account, Array(practice.crowd.dropFirst(first).map(\.patient)))
            first += try await raider.sweep(limit: 150)
            if raider.reason == .tripwire { return true }
        }
        return false
    }
}
