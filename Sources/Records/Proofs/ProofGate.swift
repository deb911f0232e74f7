import BrokerAPI
import Identity
import Synchronization
import Vocabulary

/// Verifies each request's proof in the gateway, so that what is served from kept keys is asked for by the client itself too. The
/// broker verifies again what reaches it.
final class ProofGate: Sendable {
    private struct State {
        var nonces: [String] = []
        var fetched = Timestamp(milliseconds: .min)
        /// How far the broker's clock is ahead of this one; of a simulated installation that was moved on, far.
        var ahead: Int64 = 0
        var window = ReplayWindow(capacity: 1_000_000, perSubject: 30_000)
    }

    private let broker: any KeyBroker
    private let clock: any WallClock
    private let state = Mutex(State())
    /// Seconds after which nonces are asked for again, and within which they are not.
    private static let length: Int64 = 30

    init(broker: any KeyBroker, clock: any WallClock) {
        self.broker = broker
        self.clock = clock
    }

    /// The nonce that the next proof should bear; nil before the broker was asked.
    var nonce: String? { state.withLock { $0.nonces.first } }

    /// Asks the broker for its nonces when those known are old.
    func refresh() async throws(RecordError) {
        let now = clock.now()
        guard state.withLock({ now >= $0.fetched.adding(seconds: ProofGate.length) || $0.nonces.isEmpty }) else {
            return
        }
        try await fetch()
    }

    private func fetch() async throws(RecordError) {
        let challenge = try await RecordError.mapping { try await broker.challenge(Nothing()) }
        let now = clock.now()
        state.withLock { state in
            (state.nonces, state.fetched) = (challenge.proofNonces, now)
            state.ahead = challenge.time.milliseconds - now.milliseconds
        }
    }

    /// Takes a proof that the session's key signed for this very request, once.
    func verified(_ shown: ShownRequest, by key: String) async throws(RecordError) -> RequestProof {
        guard let text = shown.proof, let proof = try? UnverifiedRequestProof(text) else { throw .proof(.wrong) }
        try await refresh()
        do throws(IdentityError) {
            return try take(proof, shown, key)
        } catch {
            guard [.nonce, .expired, .notYetValid].contains(error) else { throw .proof(.wrong) }
        }
        // The broker may have begun anew, or time was moved: its word is newer than ours.
        try await fetch()
        do throws(IdentityError) {
            return try take(proof, shown, key)
        } catch {
            throw .proof(error == .nonce ? .nonce : .wrong)
        }
    }

    private func take(
        _ proof: UnverifiedRequestProof, _ shown: ShownRequest, _ key: String
    ) throws(IdentityError) -> RequestProof {
        let (ahead, nonces) = state.withLock { ($0.ahead, $0.nonces) }
        let now = clock.now().adding(milliseconds: ahead)
        let verified = try proof.verified(
            by: key, method: shown.method, url: shown.url, tokenHash: RequestProof.hash(ofToken: shown.token.utf8),
            nonces: Set(nonces), now: now)
        return try state.withLock { state throws(IdentityError) in
            _ = try state.window.admit(verified, now: now)
            return verified
        }
    }
}
