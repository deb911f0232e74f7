import BrokerAPI
import Vocabulary

/// A hostile gateway with an honest user's search proof, whose terms find one patient: with fewer terms, more, others, rows of others, for
/// other tiers, too late. Only that one patient's identity is to come of it.
struct SearchProofs: Scenario {
    let title = "search proofs misused"

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        try await Arena.run(copyOf: base, world) { arena in
            let practice = arena.world.practices[0]
            guard let token = try await arena.session(try practice.account(.physician)) else {
                throw DrillError("physician's sign-in")
            }
            var misuse = try await Misuse(arena, practice, token)
            let mark = try arena.ledger().size()
            try await misuse.play()
            let opened = try arena.ledger().releases(from: mark).opened(by: [try practice.account(.physician).id])
            return [
                ScenarioOutcome(
                    "search proofs misused",
                    had:
                        "the broker's socket, rows of \(Misuse.others) patients that the broker wrote, and a physician's proofs of a search by "
                        + "family name and birth date that finds one: \(misuse.tried) wrong uses, \(misuse.through) went through",
                    opened: opened, bound: [.identity: 1], and: misuse.through == 0 && misuse.found == 1)
            ]
        }
    }
}

/// The wrong uses of one search.
private struct Misuse {
    static let others = 8
    private let arena: Arena
    private let token: SessionToken
    private let sought: Victim
    private let victims: [Victim]
    private let terms: [SearchTerm]
    /// Of each patient, the codes of its rows by term.
    private var rows: [PatientID: [SearchTerm: RowMACBits]] = [:]
    private(set) var tried = 0
    private(set) var through = 0
    private(set) var found = 0

    init(_ arena: Arena, _ practice: DrillPractice, _ token: SessionToken) async throws {
        (self.arena, self.token) = (arena, token)
        sought = practice.crowd[0]
        victims = Array(practice.crowd[1...Misuse.others])
        terms = Misuse.terms(sought)
        guard let partner = try await arena.session(try practice.account(.partner)) else {
            throw DrillError("partner's sign-in")
        }
        for victim in [sought] + victims {
            let own = Misuse.terms(victim)
            let part = NewPart(
                patient: victim.patient, type: "Patient", id: "\(victim.patient)", version: 2, tier: .identity)
            let request = DepositRequest(
                token: partner, proof: try await arena.proof(DrillNaming([victim.patient], .all), partner),
                parts: [part], rows: own.map { NewRow(patient: victim.patient, ordinal: 0, term: $0) })
            let sealed = try await arena.gateway.deposit(request).rows
            for (term, row) in zip(own, sealed) { rows[victim.patient, default: [:]][term] = row?.mac }
        }
    }

    private static func terms(_ victim: Victim) -> [SearchTerm] {
        [SearchTerm.typed(family: victim.family), SearchTerm(.birthdate, victim.birthDate)].compactMap(\.self)
    }

    mutating func play() async throws {
        let proof = try await arena.proof(DrillNaming(terms: terms), token)
        found = try await matches(proof, terms, [sought]).count
        let everybody = [sought] + victims
        // Each with its own rows, by fewer terms, by more, by others, and under the right terms with rows of theirs.
        for fewer in terms { try await wrong(proof, [fewer], everybody) }
        for victim in victims {
            let theirs = Misuse.terms(victim)
            try await wrong(proof, theirs, [victim])
            try await wrong(proof, terms + theirs, [victim])
            try await wrong(proof, [terms[0], theirs[1]], [victim])
            try await wrong(proof, terms, [victim])
            try await wrong(proof, terms, [victim], rowsOf: sought)
            let tokens = TokensRequest(token: token, proof: proof, terms: theirs)
            note((try? await arena.gateway.tokens(tokens)) != nil)
        }
        for tiers in [Tiers.contact, .medical, .restricted] {
            note(try await !release(proof, [sought.patient], tiers).isEmpty)
        }
        note(try await !release(proof, victims.map(\.patient), .identity).isEmpty)
        // A read's proof searches for nobody; a proof that names other terms, either.
        for naming in [DrillNaming([sought.patient], .all), DrillNaming(terms: [SearchTerm(.family, "duponteau")])] {
            try await wrong(try await arena.proof(naming, token), terms, everybody)
        }
        try await arena.advance(seconds: 121)
        try await wrong(proof, terms, [sought])
    }

    private mutating func note(_ isThrough: Bool) {
        tried += 1
        if isThrough { through += 1 }
    }

    private mutating func wrong(
        _ proof: [UInt8], _ terms: [SearchTerm], _ patients: [Victim], rowsOf other: Victim? = nil
    ) async throws { note(try await !matches(proof, terms, patients, rowsOf: other).isEmpty) }

    private func matches(_ proof: [UInt8], _ terms: [SearchTerm], _ patients: [Victim], rowsOf other: Victim? = nil)
        async throws -> [Released]
    {
        let candidates = patients.map { victim in
            let own = rows[(other ?? victim).patient] ?? [:]
            return Candidate(
                patient: victim.patient, ordinal: 0, macs: terms.map { own[$0] ?? own.values.first ?? .random() })
        }
        do {
            let request = MatchesRequest(
                token: token, proof: proof, terms: terms, candidates: candidates, purpose: .search)
            return try await arena.gateway.matches(request).answers.compactMap(Released.init)
        } catch is BrokerFailure { return [] }
    }

    private func release(_ proof: [UInt8], _ patients: [PatientID], _ tiers: Tiers) async throws -> [Released] {
        try await arena.attempt {
            ReleaseRequest(token: token, proof: proof, patients: patients, tiers: tiers, purpose: .read)
        }
    }
}
