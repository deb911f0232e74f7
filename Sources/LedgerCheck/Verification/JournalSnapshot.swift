import Ledger

/// The published checkpoint and the journal of one moment, read before anything else: a writer at work publishes, and
/// drops segments, while a verification reads on.
struct JournalSnapshot {
    private(set) var published: Result<SignedCheckpoint?, LedgerError>
    private(set) var segments: Result<[JournalSegment], LedgerError>
    private static let attempts = 5

    /// Reads both, again when they do not fit each other; what does not fit after a few attempts is damage.
    init(_ directory: Directory, _ verifier: NoteVerifier) {
        var attempt = 0
        repeat {
            published = Result { () throws(LedgerError) in
                try PublishedCheckpoint.read(in: directory, verifier: verifier)
            }
            segments = Result { () throws(LedgerError) in
                var segments: [JournalSegment] = []
                for file in try SegmentHeader.files(in: directory) {
                    segments.append(try JournalSegment(file: file, in: directory))
                }
                return segments
            }
            attempt += 1
        } while attempt < JournalSnapshot.attempts && !fits(directory, verifier)
    }

    private func fits(_ directory: Directory, _ verifier: NoteVerifier) -> Bool {
        guard let segments = try? segments.get(), let published = try? published.get() else { return false }
        let replay = try? JournalReplay.run(
            directory: directory, published: published, verifier: verifier, segments: segments, visit: { _, _, _ in })
        return segments.isEmpty || replay != nil
    }
}
