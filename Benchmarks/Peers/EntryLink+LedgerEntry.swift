import Ledger
import LedgerCheck
import LedgerMap
import Vocabulary

extension EntryLink {
    /// The link of a ledger entry's bytes; nil for an entry of the installation. Throws for bytes that are no entry.
    @Sendable static func read(_ bytes: Span<UInt8>) throws -> EntryLink? {
        let entry = try LedgerEntry(unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) })
        guard let link = entry.link else { return nil }
        guard let previous = Hash(link.previous) else { throw LedgerEntryError("prev") }
        return EntryLink(
            practice: PracticeKey(high: link.practice.high, low: link.practice.low), n: link.n, prev: previous)
    }
}
