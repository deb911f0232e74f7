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
        let reader = try LedgerReader(directory: directory, verifier: verifier)
        let published = try PublishedCheckpoint.read(in: Directory(path: directory), verifier: verifier)
        let scan = LedgerScan.run(directory, reader, published: published?.size ?? 0, query)
        return ScopeResult(query, reader.checkpoint, scan, access: access)
    }
}
