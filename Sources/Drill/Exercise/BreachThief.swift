import Vocabulary

/// The thief of one practice in an exercise: it takes whom it can, record after record, while the secretary works.
struct BreachThief: Sendable {
    private(set) var loss: StagedBreach.Loss
    private let token: String
    private let patients: [PatientID]

    /// Steals the first physician's session and uses it until it is refused or has seen everybody.
    static func work(_ practice: DrillPractice, _ arena: Arena) async throws -> BreachThief {
        let physician = try practice.account(.physician)
        guard let member = MemberID(physician.id) else { throw DrillError("an account's id") }
        var thief = BreachThief(
            loss: StagedBreach.Loss(practice: practice.id, member: member),
            token: try await arena.honestToken(physician), patients: practice.residents)
        let secretary = try await arena.honestToken(try practice.account(.secretary))
        var seen: [Tier: Set<PatientID>] = [:]
        for (place, patient) in practice.residents.enumerated() {
            let tiers = try await thief.take(patient, arena)
            for tier in tiers.tiers { seen[tier, default: []].insert(patient) }
            if tiers.isEmpty { break }
            if place < 3 { _ = try await arena.get("/fhir/Patient/\(patient)", secretary) }
        }
        thief.loss.seen = seen.mapValues(\.count)
        thief.loss.seenCare = (seen[.medical] ?? []).union(seen[.restricted] ?? []).count
        return thief
    }

    /// The tiers that an answer showed something of.
    private func take(_ patient: PatientID, _ arena: Arena) async throws -> Tiers {
        var tiers = Tiers()
        for path in ["/fhir/Patient/\(patient)", "/fhir/Patient/\(patient)/Condition"] {
            tiers.formUnion(Loot.tiers(in: try await arena.get(path, token)))
        }
        return tiers
    }

    /// Tries again after containment: 1 when anything is answered.
    func again(_ arena: Arena) async throws -> Int {
        guard let patient = patients.first else { return 0 }
        return try await take(patient, arena).isEmpty ? 0 : 1
    }

    private init(loss: StagedBreach.Loss, token: String, patients: [PatientID]) {
        (self.loss, self.token, self.patients) = (loss, token, patients)
    }
}
