import BrokerAPI
import Identity
import Vocabulary

/// Which request proofs were shown: each counts for one request, which may take several calls of the broker, all through the
/// gateway that showed it first.
///
/// It is memory of the running broker; the nonces of proofs do not outlive it either. Two generations of ``length``, which is longer
/// than any proof lives: the older is dropped as a whole.
struct ProofBook {
    /// A proof by its key and `jti`.
    struct Name: Hashable {
        let thumbprint: String
        let jti: String
    }

    /// What is remembered of it.
    struct Page {
        /// SHA-256 of its text: another text of the same name is another proof.
        let digest: [UInt8]
        let session: SessionID
        let gateway: GatewayID
        let expires: Timestamp
        /// The path that was signed.
        let path: String
        let named: RequestProof.Named
        /// Patients that a search found by its terms: their identity may be asked for.
        var matched: Set<PatientID> = []
        /// Patients who were asked for as found by its terms.
        var found: Set<PatientID> = []
    }

    /// Milliseconds of a generation: a proof of now lives 30 + 60 + 30 seconds at most.
    private static let length: Int64 = 120_000
    /// Proofs of one key in a generation: 250 a second.
    static let perKey = 30_000
    /// Proofs in a generation.
    static let capacity = 2_000_000
    private var since = Timestamp(milliseconds: 0)
    private var young: [Name: Page] = [:]
    private var old: [Name: Page] = [:]
    private var counts: [String: Int] = [:]

    /// What is remembered of a proof.
    func page(_ name: Name) -> Page? { young[name] ?? old[name] }

    /// Takes a proof, or takes it again in the same session, through the same gateway. False when it was shown elsewhere, or when
    /// there is no room.
    mutating func admit(_ page: Page, _ name: Name, now: Timestamp) -> Bool {
        turn(now)
        if let known = self.page(name) {
            return known.digest == page.digest && known.session == page.session && known.gateway == page.gateway
        }
        guard young.count < ProofBook.capacity, counts[name.thumbprint, default: 0] < ProofBook.perKey else {
            return false
        }
        counts[name.thumbprint, default: 0] += 1
        young[name] = page
        return true
    }

    /// Counts whom searches of a proof found, before they are decided; false, and nothing counted, when it is too many.
    mutating func mayFind(_ patients: Set<PatientID>, _ name: Name, atMost most: Int) -> Bool {
        let all = page(name)?.found.union(patients) ?? patients
        guard all.count <= most else { return false }
        young[name]?.found = all
        old[name]?.found = all
        return true
    }

    /// Notes whom a search found by the proof's terms.
    mutating func note(_ patients: some Sequence<PatientID>, _ name: Name) {
        young[name]?.matched.formUnion(patients)
        old[name]?.matched.formUnion(patients)
    }

    private mutating func turn(_ now: Timestamp) {
        guard now >= since.adding(milliseconds: ProofBook.length) else { return }
        old = now < since.adding(milliseconds: 2 * ProofBook.length) ? young : [:]
        young = [:]
        counts = [:]
        since = now
    }
}
