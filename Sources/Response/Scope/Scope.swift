import Ledger
import Vocabulary

/// Computes scopes: which keys were released, to whom, of whom, when (DESIGN, promise 3).
public enum Scope {
    /// Reads the ledger, or a copy of it, in `directory`.
    ///
    /// What does not verify is not counted: the result says up to where it stands. Throws when there is no checkpoint
    /// that the key signed, as then nothing can be said at all.
    /// - Parameter access: The directory of access logs, where there is one: it says what of the released was read.
    public static func read(
        directory: String, verifier: NoteVerifier, query: ScopeQuery, access: String? = nil
    ) throws -> ScopeResult {
        // Before the reader: what is published meanwhile is then read as the reader has it.
        let published = try PublishedCheckpoint.read(in: Directory(path: directory), verifier: verifier)?.size ?? 0
        let (reader, damage) = try reader(directory, verifier)
        var scan = LedgerScan.run(directory, reader, published: min(published, reader.size), query)
        if let damage { scan.add(damage) }
        return ScopeResult(query, reader.checkpoint, scan, isCut: damage != nil, access: access)
    }

    /// The reader of all that is there; of what is published alone, with what is wrong, where the journal is damaged.
    private static func reader(
        _ directory: String, _ verifier: NoteVerifier
    ) throws -> (reader: LedgerReader, damage: LedgerError?) {
        do { return (try LedgerReader(directory: directory, verifier: verifier), nil) } catch let error as LedgerError {
            guard let reader = try? LedgerReader(directory: directory, verifier: verifier, journal: false) else {
                throw error
            }
            return (reader, error)
        }
    }
}
