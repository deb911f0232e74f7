import Crypto
import Ledger

/// The latest cosigned checkpoint of each log, one file a log, replaced atomically and durably.
struct WitnessStore: Sendable {
    private let directory: Directory

    init(path: String) throws(LedgerError) {
        directory = Directory(path: path)
        guard directory.exists("") else { throw LedgerError(.missing) }
    }

    private func file(_ origin: String) -> String {
        let digest = SHA256.hash(data: Array(origin.utf8))
        return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The checkpoint last saved; nil when there is none. Throws what reading throws, also `badSignature`.
    func load(_ verifier: NoteVerifier) throws(LedgerError) -> SignedCheckpoint? {
        let name = file(verifier.key.name)
        guard directory.exists(name) else { return nil }
        return try SignedCheckpoint(try directory.read(name, limit: SignedNote.sizeLimit), verifier: verifier)
    }

    func save(_ checkpoint: SignedCheckpoint) throws(LedgerError) {
        try directory.replace(file(checkpoint.checkpoint.origin), checkpoint.bytes)
    }
}
