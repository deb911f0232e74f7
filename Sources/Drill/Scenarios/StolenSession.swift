import BrokerAPI
import Vocabulary

/// A physician's live session, which cannot be begun again: with the client key to which it is bound, of a program that has none, and the
/// token alone.
struct StolenSession: Scenario {
    let title = "stolen sessions"

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        try await withKey(world, base) + bearer(world, base) + [withoutKey(world, base)]
    }

    private func withKey(_ world: World, _ base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        try await Arena.run(copyOf: base, world) { arena in
            let campaign = try await campaign(arena, .session)
            let had =
                "a physician's session token with the client key to which it is bound, and a list of patients' ids"
            return [
                try campaign.outcome("session stolen with its key, 1 hour", had: had, .hour),
                try campaign.outcome("session stolen with its key, 1 day", had: had, .day),
            ]
        }
    }

    private func bearer(_ world: World, _ base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        try await Arena.run(copyOf: base, world) { arena in
            let campaign = try await campaign(arena, .bearer)
            let had = "a physician's session token that is bound to no key"
            let bounds = arena.world.bounds
            return [
                try campaign.outcome(
                    "bearer session stolen, 1 hour", had: had, .hour, bound: bounds.bearer(.physician, .hour)),
                try campaign.outcome(
                    "bearer session stolen, 1 day", had: had, .day, bound: bounds.bearer(.physician, .day)),
            ]
        }
    }

    private func campaign(_ arena: Arena, _ theft: Theft) async throws -> Campaign {
        let practice = arena.world.practices[0]
        let thief = try await Thief(arena, practice.account(.physician), theft)
        var campaign = try await Campaign(thief, practice.crowd, dormant: practice.dormant)
        try await campaign.run(days: 2)
        return campaign
    }

    /// The token alone, over HTTPS and on the broker's socket: as a bearer's, with a proof of another key, with one of another session.
    private func withoutKey(_ world: World, _ base: any DrillInstallation) async throws -> ScenarioOutcome {
        try await Arena.run(copyOf: base, world) { arena in
            let practice = arena.world.practices[0]
            let (account, own) = (try practice.account(.physician), try practice.account(.nurse))
            let (token, theirs) = (try await arena.honestToken(account), try await arena.honestToken(own))
            let (start, mark) = (try await arena.now(), try arena.ledger().size())
            var (tried, opened) = (0, 0)
            for victim in practice.crowd.prefix(60) {
                let path = "/fhir/Patient/\(victim.patient)"
                let naming = DrillNaming([victim.patient], .all)
                for proof in try await proofs(arena, naming, path, token, theirs) {
                    let request = DrillRequest("GET", path, token: token, proof: proof)
                    tried += 1
                    if try await arena.installation.send(request).status == 200 { opened += 1 }
                    let keys = try await arena.attempt {
                        ReleaseRequest(
                            token: try SessionToken(text: token), proof: proof.bytes, patients: [victim.patient],
                            tiers: .all, purpose: .read)
                    }
                    tried += 1
                    opened += keys.count
                }
            }
            let released = try arena.ledger().releases(from: mark).opened(by: nil)
            return ScenarioOutcome(
                "session stolen without its key",
                had:
                    "a physician's session token alone, and a session of the thief's own: \(tried) requests, over HTTPS and on "
                    + "the broker's socket, unsigned, signed by the thief's key or with the proof of the other session; \(opened) answered",
                opened: released, containedAfter: try await arena.now().seconds - start.seconds, and: opened == 0)
        }
    }

    private func proofs(_ arena: Arena, _ naming: DrillNaming, _ path: String, _ token: String, _ theirs: String)
        async throws -> [DrillProof]
    {
        let challenge = try await arena.gateway.challenge(Nothing())
        func signed(for target: String) throws -> DrillProof {
            let proof = try arena.installation.proof(
                naming, "GET", path, token: target, signer: theirs, nonce: challenge.proofNonces.first,
                now: challenge.time)
            return proof.map(DrillProof.seen) ?? .none
        }
        return [.none, .seen(""), try signed(for: token), try signed(for: theirs)]
    }
}

extension DrillProof {
    /// As the broker gets it.
    fileprivate var bytes: [UInt8] { if case .seen(let text) = self { Array(text.utf8) } else { [] } }
}
