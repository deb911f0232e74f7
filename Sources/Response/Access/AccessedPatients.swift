import Vocabulary

/// Whom a practice's own access log names for the sessions of a certificate: who may be behind its subjects.
public struct AccessedPatients: Sendable {
    /// The patients, each once: first those of whom something was shown, then those who are named otherwise, as whoever
    /// was written about.
    public let patients: [PatientID]
    /// Whether there is a log and its chain is whole; otherwise somebody may be missing.
    public let isWhole: Bool

    /// Reads the practice's log in `folder`: what was done in the sessions in the query's interval and, as a gateway keeps
    /// keys, in the quarter of an hour after it.
    public init(folder: String, sessions: Set<SessionID>, query: ScopeQuery) {
        var query = query
        query.through = query.through?.adding(milliseconds: ScopeQuery.heldMilliseconds)
        let scan = AccessScan(folder: folder, query: query, sessions: sessions, head: nil)
        patients = scan.shown.sorted() + scan.named.subtracting(scan.shown).sorted()
        isWhole = !scan.isBroken && scan.size > 0
    }
}
