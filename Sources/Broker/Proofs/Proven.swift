import Identity
import Vocabulary

/// A session that was shown rightly: by its token, and by a request proof where it is bound to a key.
struct Proven: Sendable {
    let session: SessionID
    /// Nil for a bearer's session, which names nothing.
    let proof: (name: ProofBook.Name, path: String, named: RequestProof.Named, matched: Set<PatientID>)?

    /// Whether a tier of a patient may be asked for.
    func allows(_ patient: PatientID, _ tier: Tier) -> Bool {
        guard let proof else { return true }
        return proof.named.allows(patient: patient, tier: tier) || tier == .identity && proof.matched.contains(patient)
    }

    /// Whether a search may be by exactly these terms.
    func allows(search terms: [SearchTerm]) -> Bool { proof?.named.allows(search: terms) ?? true }

    /// Whether the tokens of these terms may be asked for. A token of an imported entry finds that entry alone.
    func allows(tokens terms: [SearchTerm]) -> Bool {
        guard let named = proof?.named else { return true }
        return named.allows(terms: terms.filter { $0.field != .entry })
    }

    /// Whether a booking may be made or cancelled.
    func allows(_ booking: RequestProof.Booking?) -> Bool {
        guard let named = proof?.named else { return true }
        return booking.map(named.allows(booking:)) ?? false
    }

    /// Whether what was signed is an act of this kind, by its path: a proof of a read is none of a sign-out.
    func allows(path: String) -> Bool { proof.map { $0.path == path } ?? true }
}
