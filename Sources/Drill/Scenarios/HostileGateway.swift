import BrokerAPI
import Vocabulary

/// A gateway that was taken over asks the broker for what nobody asked for.
struct HostileGateway: Scenario {
    let title = "a hostile gateway"

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        try await Arena.run(copyOf: base, world) { arena in
            [
                try await withoutTokens(arena), try await bearerSession(arena), try await forgedRows(arena),
                try await otherPractice(arena), try await deposits(arena),
            ]
        }
    }

    private func keys(_ answers: ReleaseAnswers) -> Int {
        answers.answers.count { if case .released = $0.outcome { true } else { false } }
    }

    /// Counts keys; a refused call releases none.
    private func attempt(_ call: () async throws -> ReleaseAnswers) async throws -> Int {
        do {
            return keys(try await call())
        } catch is BrokerFailure {
            return 0
        }
    }

    private func withoutTokens(_ arena: Arena) async throws -> ScenarioOutcome {
        let (practice, mark) = (arena.world.practices[0], try arena.ledger().size())
        let patients = practice.crowd.prefix(20).map(\.patient)
        let account = try practice.account(.physician)
        guard let ended = try await arena.session(account) else { throw DrillError("physician's sign-in") }
        let info = try await arena.gateway.session(ended)
        _ = try await arena.gateway.signOut(ended)
        var tokens = [ended]
        for length in [0, 16, 48] {
            let bytes =
                info.session.bytes.prefix(length) + (0..<48 - min(16, length)).map { _ in UInt8.random(in: 0...255) }
            if let token = SessionToken(bytes.prefix(48)) { tokens.append(token) }
        }
        var released = 0
        for token in tokens {
            released += try await attempt {
                try await arena.gateway.release(
                    ReleaseRequest(token: token, patients: patients, tiers: .all, purpose: .read))
            }
            released += try await attempt { try await arena.gateway.ownKeys(OwnKeysRequest(token: token, tiers: .all)) }
        }
        let opened = try arena.ledger().releases(from: mark).opened(by: nil)
        return ScenarioOutcome(
            "hostile gateway without a session",
            had: "the broker's socket, invented tokens and one of a session that ended",
            opened: opened, and: released == 0)
    }

    /// A bearer's session that the gateway saw: a bearer's limits, and only its role's tiers, whatever it asks for.
    private func bearerSession(_ arena: Arena) async throws -> ScenarioOutcome {
        let (practice, mark) = (arena.world.practices[0], try arena.ledger().size())
        let account = try practice.account(.secretary)
        let start = try await arena.now()
        guard let token = try await arena.session(account, bound: false) else {
            throw DrillError("secretary's sign-in")
        }
        var isRefused = false
        for first in stride(from: 0, to: practice.crowd.count, by: 20) where !isRefused {
            let patients = practice.crowd[first..<min(practice.crowd.count, first + 20)].map(\.patient)
            do {
                _ = try await arena.release(token, patients, .all)
            } catch is BrokerFailure {
                isRefused = true
            }
        }
        let opened = try arena.ledger().releases(from: mark).opened(by: [account.id])
        return ScenarioOutcome(
            "hostile gateway with a bearer session",
            had: "the broker's socket and a secretary's session token that is bound to no key, asking for all tiers",
            opened: opened, bound: arena.world.bounds.bearer(.secretary, .hour),
            containedAfter: try await arena.now().seconds - start.seconds, and: isRefused)
    }

    /// Index rows that the broker never made, and a row of one patient shown for another.
    private func forgedRows(_ arena: Arena) async throws -> ScenarioOutcome {
        let (practice, mark) = (arena.world.practices[0], try arena.ledger().size())
        let account = practice.accounts(.physician).last
        guard let account, let token = try await arena.session(account) else { throw DrillError("physician's sign-in") }
        let (own, victims) = (practice.crowd[0].patient, practice.crowd[30..<38].map(\.patient))
        let term = SearchTerm(.family, "forged")
        let part = NewPart(patient: own, type: "Observation", id: "\(own).900", version: 1, tier: .restricted)
        let grant = try await arena.gateway.deposit(
            DepositRequest(
                token: token, proof: try await arena.proof(DrillNaming([own], .all, terms: [term]), token),
                parts: [part], rows: [NewRow(patient: own, ordinal: 0, term: term)]))
        guard let row = grant.rows.first, let row else { throw DrillError("no index row") }
        var released = 0
        for mac in [row.mac, RowMACBits.random(), RowMACBits(high: 0, low: 0)] {
            let candidates = victims.map { Candidate(patient: $0, ordinal: 0, macs: [mac]) }
            for purpose in [Purpose.search, .agenda] {
                let proof = try await arena.proof(DrillNaming(terms: [term]), token)
                released += try await attempt {
                    try await arena.gateway.matches(
                        MatchesRequest(
                            token: token, proof: proof, terms: [term], candidates: candidates, purpose: purpose))
                }
            }
        }
        let opened = try arena.ledger().releases(from: mark).opened(by: nil)
        return ScenarioOutcome(
            "hostile gateway with forged index rows",
            had: "a physician's session, invented row MACs and one of another patient's row",
            opened: opened, and: released == 0)
    }

    private func otherPractice(_ arena: Arena) async throws -> ScenarioOutcome {
        let (own, other) = (arena.world.practices[0], arena.world.practices[1])
        guard let token = try await arena.session(try own.account(.nurse)) else { throw DrillError("nurse's sign-in") }
        let mark = try arena.ledger().size()
        var released = 0
        for first in stride(from: 0, to: other.crowd.count, by: 20) {
            let patients = other.crowd[first..<min(other.crowd.count, first + 20)].map(\.patient)
            released += try await attempt {
                ReleaseAnswers(try await arena.release(token, patients, .all))
            }
        }
        let opened = try arena.ledger().releases(from: mark).opened(by: nil)
        return ScenarioOutcome(
            "hostile gateway, another practice's patients",
            had: "a nurse's session of one practice and all ids of another",
            opened: opened, and: released == 0)
    }

    /// Deposits that name existing parts: every grant has an id and keys of its own.
    private func deposits(_ arena: Arena) async throws -> ScenarioOutcome {
        let practice = arena.world.practices[0]
        guard let token = try await arena.session(try practice.account(.laboratory)) else {
            throw DrillError("laboratory's sign-in")
        }
        let mark = try arena.ledger().size()
        let parts = practice.crowd.prefix(50).flatMap { victim in
            Tier.allCases.map {
                NewPart(patient: victim.patient, type: "Patient", id: victim.patient.description, version: 1, tier: $0)
            }
        }
        var (keys, deposits) = (Set<[UInt8]>(), Set<DepositID>())
        for _ in 0..<3 {
            let grant = try await arena.gateway.deposit(
                DepositRequest(token: token, proof: try await arena.proof(DrillNaming(), token), parts: parts))
            deposits.insert(grant.deposit)
            for key in grant.keys { keys.insert(unsafe key.key.withUnsafeBytes { unsafe Array($0) }) }
        }
        let opened = try arena.ledger().releases(from: mark).opened(by: nil)
        return ScenarioOutcome(
            "hostile gateway, deposits over existing parts",
            had:
                "a deposit-only session that names \(parts.count) existing parts three times: \(keys.count) different keys, none of an existing part",
            opened: opened, and: keys.count == parts.count * 3 && deposits.count == 3)
    }
}
