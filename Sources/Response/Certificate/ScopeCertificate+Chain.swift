import Ledger
import LedgerMap
import Vocabulary

extension ScopeCertificate {
    /// What following the chain gives.
    struct Chain {
        /// The counts.
        var tally: PracticeTally
        /// The leaf hashes of the counted entries.
        var leaves: [Hash] = []
        /// Who stands in the entries.
        var present = PresentHolders()
    }

    /// Follows the chain from one head to the other: each entry names the one before, none is missing or twice there, and
    /// time never falls.
    func chain(
        _ from: PracticeHead, _ upTo: PracticeHead, _ times: ClosedRange<Int64>
    ) throws(ScopeError) -> Chain {
        var chain = Chain(tally: PracticeTally(query))
        var (head, time, place) = (from, times.lowerBound, 0)
        while place < entries.count {
            guard head.n < upTo.n, entries.count - place >= 2 else { throw Self.wrongNumber }
            let length = Int(entries[place]) << 8 | Int(entries[place + 1])
            guard entries.count - place - 2 >= length else { throw Self.wrongNumber }
            let bytes = Array(entries[place + 2..<place + 2 + length])
            let entry = try read(bytes, after: head, &time)
            head = PracticeHead(n: head.n + 1, head: TreeHash.leaf(bytes))
            count(entry, bytes, head.head, &chain)
            place += 2 + length
        }
        guard head.n == upTo.n else { throw Self.wrongNumber }
        guard head == upTo, time <= times.upperBound else {
            throw ScopeError("entries", "do not lead to the practice's head")
        }
        return chain
    }

    private static let wrongNumber = ScopeError("entries", "are not as many as the index entries say")

    private func read(
        _ bytes: [UInt8], after head: PracticeHead, _ time: inout Int64
    ) throws(ScopeError) -> ScannedEntry {
        guard let entry = try? LedgerEntry(bytes), let link = entry.link, let scanned = try? ScannedEntry(bytes.span)
        else { throw ScopeError("entries", "hold what is no entry") }
        guard link.practice == practice else { throw ScopeError("entries", "hold one of another practice") }
        guard link.n == head.n + 1, Hash(link.previous) == head.head else {
            throw ScopeError("entry \(link.n)", "does not continue the practice's chain")
        }
        guard scanned.time >= time else { throw ScopeError("entry \(link.n)", "is older than the one before") }
        time = scanned.time
        return scanned
    }

    private func count(_ entry: ScannedEntry, _ bytes: [UInt8], _ leaf: Hash, _ chain: inout Chain) {
        chain.present.add(entry)
        guard PracticeTally.wants(entry, bytes.span, query) else { return }
        let before = chain.tally.counted.count
        chain.tally.take(entry)
        if chain.tally.counted.count > before { chain.leaves.append(leaf) }
    }
}
