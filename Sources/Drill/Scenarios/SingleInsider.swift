import BrokerAPI
import JSONTree
import Vocabulary

/// A physician with a key of their own who takes what they can in a day: books strangers for themself, declares emergencies, opens.
struct SingleInsider: Scenario {
    let title = "a single insider"

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        try await Arena.run(copyOf: base, world) { arena in
            let practice = arena.world.practices[0]
            let account = try practice.account(.physician)
            let insider = try await Thief(arena, account, .key)
            let (booked, patients) = (practice.crowd.prefix(40), practice.crowd.dropFirst(40))
            let expecting = try await book(arena, account, booked)
            var campaign = try await Campaign(insider, Array(patients.dropLast(12)), dormant: practice.dormant)
            try await campaign.run(days: 1) { insider, _ in
                for victim in booked { _ = try await insider.take([victim], .record) }
                guard try await insider.signIn(), let token = insider.token else { return }
                for victim in patients.suffix(12) {
                    let answer = try await StolenPhysicianKey.declare(arena, account, victim.patient, token)
                    guard answer.status == 200 else { return }
                    _ = try await insider.take([victim], .record)
                }
            }
            return [
                try campaign.outcome(
                    "single insider, 1 day",
                    had:
                        "a physician's own key, \(booked.count) strangers booked for themself (\(expecting) taken as expected), ten emergencies",
                    .day, and: expecting == 0)
            ]
        }
    }

    /// Books patients for the one who books; of how many it is entered that they were expected.
    private func book(_ arena: Arena, _ account: DrillAccount, _ patients: ArraySlice<Victim>) async throws -> Int {
        guard let member = MemberID(account.id), let token = try await arena.session(account) else {
            throw DrillError("physician's sign-in")
        }
        let (day, mark) = (try await arena.now().day, try arena.ledger().size())
        for victim in patients {
            let naming = DrillNaming(booking: .init(patient: victim.patient, professional: member, day: day))
            let part = NewPart(
                patient: victim.patient, type: "Appointment", id: "\(victim.patient).902", version: 1, tier: .identity)
            let booking = NewBooking(patient: victim.patient, professional: member, day: day)
            let proof = try await arena.proof(naming, token)
            _ = try await arena.gateway.deposit(
                DepositRequest(token: token, proof: proof, parts: [part], bookings: [booking]))
        }
        _ = try await arena.release(token, patients.prefix(5).map(\.patient), .identity)
        return try arena.ledger().releases(from: mark).expected(by: account.id)
    }
}
