/// The `checkpoint` file: what is published as tiles.
package enum PublishedCheckpoint {
    package static let file = "checkpoint"

    /// Reads and verifies it; nil in a ledger that has published nothing (tiles may be there when the first publishing
    /// was cut short, but then the journal begins with the first entry). Throws with the file's name.
    package static func read(in directory: Directory, verifier: NoteVerifier) throws(LedgerError) -> SignedCheckpoint? {
        guard directory.exists(file) else {
            let (tiles, segments) = (try directory.list("tile"), try SegmentHeader.files(in: directory))
            let isNew = tiles.isEmpty || segments.first.flatMap(SegmentHeader.first) == 0
            guard isNew else { throw LedgerError(.missing, file: file) }
            return nil
        }
        let bytes = try directory.read(file, limit: SignedNote.sizeLimit)
        do { return try SignedCheckpoint(bytes, verifier: verifier) } catch {
            throw LedgerError(error.code, file: file, position: error.position)
        }
    }
}
