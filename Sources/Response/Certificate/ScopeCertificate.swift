import Ledger
import Vocabulary

/// What a practice can check without us: the scope's answer for it, all of its entries between two `index` entries, the
/// proof that they are all, and the proof that those that count are in the signed ledger (docs/formats/certificate.md).
///
/// It holds entries of one practice, `index` entries, and hashes: nothing of other practices but how many entries there
/// are in all.
public struct ScopeCertificate: Equatable, Sendable {
    /// The practice.
    public let practice: PracticeID
    /// What was asked.
    public let query: ScopeQuery
    /// The signed checkpoint under which all of it is proven, with the cosignatures that it bears.
    public let note: [UInt8]
    /// Whether the whole ledger verified when the certificate was made; if not, up to which entry.
    public let verified: UInt64
    /// The last `index` entry before the interval; nil for the ledger's beginning.
    let start: CertificateEdge?
    /// The first `index` entry behind it, or the last of all.
    let end: CertificateEdge
    /// The practice's entries between both.
    let entries: [UInt8]
    /// The places of the entries that were counted.
    let places: [UInt64]
    /// The proof of these and of both `index` entries under the checkpoint.
    let proof: MultiProof

    /// The format's name.
    public static let format = "colloque-scope-certificate-1"
    /// The longest certificate that is read, in bytes.
    public static let fileLimit = 256 << 20
    /// The most entries that it counts.
    static let placesLimit = 1_000_000
    /// The longest that its entries may be when unpacked.
    static let entriesLimit = 1 << 30

    /// Promise 3 (DESIGN §2), word by word.
    public static let promise =
        "Exact scope of keys released: which patients, practices and tiers, by whom, when; complete per practice and "
        + "showing nothing of other practices; provable against anyone who alters or omits later, and against an "
        + "equivocating broker as long as one monitor is honest. A broker that releases without writing is beyond proof."
}

extension ScopeCertificate {
    /// The first place in the ledger that it speaks of.
    public var firstPlace: UInt64 { start?.index ?? 0 }
    /// The place of its last `index` entry.
    public var lastPlace: UInt64 { end.index }
}
