import ClientKeys
import Identity
import Testing
import Vocabulary

@testable import Records

/// One signed request shown many times at the same moment: one is served.
@Suite struct DoubleFetchTests {
    @Test func ofSixteenRequestsWithOneProofOneIsServed() async throws {
        let house = try House()
        let gate = ProofGate(broker: house.broker, clock: house.clock)
        let (key, url, token) = (KeyPair(), "https://localhost:8443/fhir/Patient/1", "token")
        for round in 0..<20 {
            try await gate.refresh()
            let proof = try key.proof(
                method: "GET", url: url, tokenHash: RequestProof.hash(ofToken: token.utf8), nonce: gate.nonce,
                now: house.clock.now())
            let shown = ShownRequest(method: "GET", url: url, token: token, proof: proof)
            let served = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<16 {
                    group.addTask { (try? await gate.verified(shown, by: key.publicKey.thumbprint)) != nil }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(served == 1, "round \(round)")
        }
    }
}
