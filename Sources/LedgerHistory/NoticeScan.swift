import Ledger
import Vocabulary

/// Looks for what a practice is told of: emergencies, grants, freezes, alerts, keys and factors, accounts, acts of two people. Pure but for the
/// reading: who may ask was decided before.
package struct NoticeScan: Sendable {
    package let practice: PracticeID
    /// Whose factors are the practice's business.
    package let people: Set<PersonID>
    package let since: Timestamp
    /// In whose session it is asked: who opens canaries does not learn it there.
    package let asker: Holder?
    package init(practice: PracticeID, people: Set<PersonID>, since: Timestamp, asker: Holder? = nil) {
        (self.practice, self.people, self.since, self.asker) = (practice, people, since, asker)
    }

    /// Most entries that one call looks at.
    private static let maximumEntries: UInt64 = 65_536
    /// Most entries that one call returns.
    private static let maximumLines = 1_000

    /// The texts of entries, and the moment to go on from where there may be more. Throws what reading throws.
    package func page(_ reader: inout LedgerReader) throws -> (lines: [String], next: Timestamp?) {
        var (lines, next) = ([String](), Timestamp?.none)
        let start = try HistoryScan.start(of: since, &reader)
        let size = reader.size
        let end = min(size, start + NoticeScan.maximumEntries)
        try reader.forEach(from: start, to: end, verifying: false) { index, bytes in
            guard next == nil else { return }
            let bytes = unsafe bytes.withUnsafeBytes { unsafe Array($0) }
            let entry = try LedgerEntry(bytes)
            guard lines.count < NoticeScan.maximumLines else {
                next = entry.time
                return
            }
            if index + 1 == end, end < size { next = entry.time }
            if entry.time >= since, isNotice(entry) { lines.append(String(decoding: bytes, as: UTF8.self)) }
        }
        return (lines, next)
    }

    /// Whether the practice is told of it: of what is in its own chain, or in the installation's and about all or about its people's factors.
    private func isNotice(_ entry: LedgerEntry) -> Bool {
        if let link = entry.link, link.practice != practice { return false }
        switch entry.event {
        case .emergency, .grant, .freeze, .thaw, .export: return true
        case .policy(let body): return body.name == .export
        case .key(let body):
            if case .person(let person) = body.owner { return people.contains(person) }
            return true
        case .alert(let body):
            return entry.link != nil && (asker == nil || body.name != .canary || body.holder != asker)
        case .member, .client, .request, .approval, .erase: return entry.link != nil
        default: return false
        }
    }
}
