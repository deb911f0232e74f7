import Ledger
import LedgerMap

extension PracticeMap {
    /// Starts the map of a new log that continues the chains of an old one.
    public init(carrying old: PracticeMap) { self.init(size: 0, heads: old.heads) }

    /// Takes in the ledger's next entry: its link (nil for none) and leaf hash.
    ///
    /// Throws `chainBroken` when the link does not continue the practice's chain; the map is unchanged then.
    public mutating func append(_ link: EntryLink?, leaf: Hash) throws(LedgerError) {
        if let link {
            let last = heads[link.practice] ?? PracticeHead(n: 0, head: .zero)
            guard last.n < Int64.max, link.n == last.n + 1, link.prev == last.head else {
                throw LedgerError(.chainBroken, position: size)
            }
            heads[link.practice] = PracticeHead(n: link.n, head: leaf)
        }
        size += 1
    }

    /// Takes up a practice's chain again after a break that was reported, so that what follows can be checked.
    package mutating func resume(_ link: EntryLink?, leaf: Hash) {
        if let link { heads[link.practice] = PracticeHead(n: link.n, head: leaf) }
        size += 1
    }

    /// Takes in the ledger's next entry as bytes. Throws `chainBroken`, also when `linker` cannot read the entry.
    public mutating func append(_ entry: Span<UInt8>, linker: EntryLinker) throws(LedgerError) {
        let link: EntryLink?
        do { link = try linker(entry) } catch { throw LedgerError(.chainBroken, position: size) }
        try append(link, leaf: TreeHash.leaf(entry))
    }
}
