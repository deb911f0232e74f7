import Crypto
import Foundation
import Ledger
import Response
import Vocabulary

/// A certificate that was read from a file and verified, with whom it counts.
struct CertificateFile {
    let certificate: ScopeCertificate
    let verdict: ScopeCertificate.Verdict
    let people: CertifiedPeople
    /// What documents say of it.
    let facts: CertificateFacts
    /// How many entries of the ledger verified when it was made, where not all did.
    let verifiedOnly: Int64?

    /// Reads and checks everything. Throws the part that does not hold.
    init(_ path: String, verifier: NoteVerifier) throws {
        let bytes = try CertificateFile.bytes(path)
        let read: (certificate: ScopeCertificate, verdict: ScopeCertificate.Verdict, people: CertifiedPeople)
        do throws(ScopeError) {
            let (certificate, said) = try ScopeCertificate.reading(bytes)
            let (verdict, people) = try certificate.people(verifier)
            try verdict.check(said)
            read = (certificate, verdict, people)
        } catch { throw Failure.refused("\(path): \(error)") }
        (certificate, verdict, people) = read
        let checkpoint = try SignedCheckpoint(certificate.note, verifier: verifier).checkpoint
        verifiedOnly = certificate.verified == checkpoint.size ? nil : Int64(clamping: certificate.verified)
        facts = CertificateFacts(
            file: URL(fileURLWithPath: path).lastPathComponent, sha256: Array(SHA256.hash(data: bytes)).hexadecimal,
            origin: checkpoint.origin, first: Int64(clamping: certificate.firstPlace),
            last: Int64(clamping: certificate.lastPlace))
    }

    /// A certificate's bytes, as long as one may be.
    static func bytes(_ path: String) throws -> [UInt8] {
        guard let size = try? URL(fileURLWithPath: path).resourceValues(forKeys: [.fileSizeKey]).fileSize,
            size <= ScopeCertificate.fileLimit, let data = FileManager.default.contents(atPath: path)
        else { throw Failure.refused("\(path): cannot be read, or is too long") }
        return Array(data)
    }
}
