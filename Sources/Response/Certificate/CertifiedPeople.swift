import Ledger
import Vocabulary

/// Whom a verified certificate counts, by subject: what the practice's own side turns into names.
public struct CertifiedPeople: Sendable {
    /// The subjects whose keys were released, with their tiers.
    public let tiers: [SubjectID: Tiers]
    /// Those of them that were erased before the certificate ends.
    public let erased: Set<SubjectID>
    /// The sessions that the counted releases were made to.
    public let sessions: Set<SessionID>
    /// By its number in the practice's chain, when an entry was made and about whom.
    private let entries: [Int64: (time: Int64, subject: SubjectID)]

    init(_ tally: PracticeTally, _ entries: [Int64: (time: Int64, subject: SubjectID)]) {
        (tiers, erased, sessions) = (tally.subjects, tally.erased, tally.sessions)
        self.entries = entries
    }

    /// Who a patient's AuditEvents say that the patient is, of those counted: by the numbers that the ledger's events
    /// give. Nil for nobody. Throws when they speak of two people, or of another moment than the entry: then what was
    /// answered is not what the ledger holds.
    public func subject(of events: [AuditedEvent]) throws(ScopeError) -> SubjectID? {
        var found: Set<SubjectID> = []
        for event in events where event.source == .broker {
            guard let number = event.entry, let entry = entries[number] else { continue }
            guard entry.time == event.time.milliseconds else {
                throw ScopeError("entry \(number)", "is of another moment than the AuditEvent says")
            }
            found.insert(entry.subject)
        }
        guard found.count <= 1 else { throw ScopeError("a patient's AuditEvents", "name two subjects") }
        return found.first.flatMap { tiers[$0] == nil ? nil : $0 }
    }
}

extension ScopeCertificate {
    /// Checks everything, as ``verify(_:witnesses:)``, and says whom it counts.
    public func people(_ verifier: NoteVerifier) throws(ScopeError) -> (verdict: Verdict, people: CertifiedPeople) {
        let verdict = try verify(verifier)
        var (tally, table) = (PracticeTally(query), [Int64: (time: Int64, subject: SubjectID)]())
        for range in EntryBundle.ranges(entries) ?? [] {
            let bytes = entries.span.extracting(range)
            guard let entry = try? ScannedEntry(bytes) else { throw ScopeError("entries", "hold what is no entry") }
            if let subject = entry.subject { table[entry.n] = (entry.time, subject) }
            if PracticeTally.wants(entry, bytes, query) { tally.take(entry) }
        }
        return (verdict, CertifiedPeople(tally, table))
    }
}
