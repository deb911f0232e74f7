/// A checkpoint whose log's signature was verified, or that was signed here: it exists only if valid.
public struct SignedCheckpoint: Hashable, Sendable {
    /// What is signed.
    public let checkpoint: Checkpoint
    /// The note that says so.
    public let note: SignedNote

    /// Reads and verifies a note; the checkpoint's origin must be the key's name.
    ///
    /// Throws `malformed`, `badSignature` or `wrongOrigin`.
    public init(_ bytes: [UInt8], verifier: NoteVerifier) throws(LedgerError) {
        note = try SignedNote(bytes)
        guard note.isSigned(by: verifier) else { throw LedgerError(.badSignature) }
        checkpoint = try Checkpoint(text: note.text)
        guard checkpoint.origin == verifier.key.name else { throw LedgerError(.wrongOrigin) }
    }

    /// Signs a checkpoint. Throws `system` when the library cannot sign.
    init(signing checkpoint: Checkpoint, with signer: NoteSigner) throws(LedgerError) {
        self.checkpoint = checkpoint
        note = SignedNote(text: checkpoint.text, signatures: [try signer.sign(checkpoint.text)])
    }

    /// The number of entries.
    public var size: UInt64 { checkpoint.size }
    /// The root hash.
    public var root: Hash { checkpoint.root }
    /// The note as it is stored and sent.
    public var bytes: [UInt8] { note.bytes }
}
