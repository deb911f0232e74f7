import Ledger
import LedgerCheck
import LedgerMap

/// One end of a certificate: an `index` entry, and the proof of the practice's head in the map that it holds.
struct CertificateEdge: Equatable, Sendable {
    /// The entry's place in the ledger.
    let index: UInt64
    /// Its bytes.
    let entry: [UInt8]
    /// The practice's own leaf in the map: never an absence, which would show neighbours.
    let proof: PracticeMapProof
}
