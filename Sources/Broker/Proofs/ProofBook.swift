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
    /// Bytes of the proofs of one session's generation, and of all.
    static let (perSession, capacity) = (16 << 20, 1 << 30)
    private var since = Timestamp(milliseconds: 0)
    private var young: [Name: Page] = [:]
    private var old: [Name: Page] = [:]
    private var sizes: [SessionID: Int] = [:]
    private var size = 0

    /// What is remembered of a proof.
    func page(_ name: Name) -> Page? { young[name] ?? old[name] }

    /// Takes a proof, or takes it again in the same session, through the same gateway. It is not when it was shown elsewhere, or when
    /// there is no room. What a new generation lets go of is handed out, to be freed outside the lock.
    mutating func admit(
        _ page: Page, _ name: Name, bytes: Int, now: Timestamp
    ) -> (isNew: Bool, dropped: [Name: Page]) {
        let dropped = turn(now)
        if let known = self.page(name) {
            let isSame = known.digest == page.digest && known.session == page.session && known.gateway == page.gateway
            return (isSame, dropped)
        }
        guard size + bytes <= ProofBook.capacity, sizes[page.session, default: 0] + bytes <= ProofBook.perSession else {
            return (false, dropped)
        }
        sizes[page.session, default: 0] += bytes
        size += bytes
        young[name] = page
        return (true, dropped)
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

    private mutating func turn(_ now: Timestamp) -> [Name: Page] {
        guard now >= since.adding(milliseconds: ProofBook.length) else { return [:] }
        let dropped = old
        old = young
        young = [:]
        (sizes, size) = ([:], 0)
        since = now
        return dropped
    }
}
