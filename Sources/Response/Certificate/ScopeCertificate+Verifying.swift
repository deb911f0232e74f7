import Ledger
import LedgerCheck
import LedgerMap
import Vocabulary

extension ScopeCertificate {
    /// What a verified certificate says.
    public struct Verdict: Sendable {
        /// The counts, recomputed from the entries.
        public let scope: PracticeScope
        /// How many entries of the practice it holds, all between its ends.
        public let entries: Int
        /// Whether nothing was asked for that lies behind its last entry.
        public let coversInterval: Bool
        /// Until when it is complete: the last `index` entry's time.
        public let completeUntil: Timestamp
        /// The keys that cosigned the checkpoint, of those that were asked for.
        public let cosigned: [String]
    }

    /// Checks everything, from the signature to the last count, and recomputes the result.
    ///
    /// With `witnesses`, at least one of them must have cosigned the checkpoint: that is what protects from a broker that
    /// shows different ledgers to different people. Throws the part that does not hold.
    public func verify(_ verifier: NoteVerifier, witnesses: [NoteVerifier] = []) throws(ScopeError) -> Verdict {
        let checkpoint = try signed(verifier)
        let cosigned = witnesses.filter(checkpoint.note.isSigned).map(\.key.name)
        guard witnesses.isEmpty || !cosigned.isEmpty else {
            throw ScopeError("checkpoint", "is cosigned by no such witness")
        }
        let from = try start.map { edge throws(ScopeError) in try head(edge) } ?? PracticeHead(n: 0, head: .zero)
        let upTo = try head(end)
        guard start.map({ $0.index < end.index }) ?? true else { throw ScopeError("range", "ends before it begins") }
        let read = try chain(from, upTo)
        try prove(read, checkpoint.checkpoint)
        let time = try index(end).time
        let last = query.through?.milliseconds ?? Int64.max
        return Verdict(
            scope: read.tally.scope(of: practice, doubts: []), entries: Int(upTo.n - from.n),
            coversInterval: time.milliseconds > last, completeUntil: time, cosigned: cosigned)
    }

    private func signed(_ verifier: NoteVerifier) throws(ScopeError) -> SignedCheckpoint {
        do { return try SignedCheckpoint(note, verifier: verifier) } catch {
            throw ScopeError("checkpoint", "is not signed by the ledger's key")
        }
    }

    /// The `index` entry of an end; it must cover exactly what stands before it.
    private func index(_ edge: CertificateEdge) throws(ScopeError) -> (time: Timestamp, root: Hash) {
        guard let entry = try? LedgerEntry(edge.entry), case .index(let body) = entry.event, let root = Hash(body.root),
            body.size == Int64(clamping: edge.index)
        else { throw ScopeError("range", "does not end at an index entry") }
        return (entry.time, root)
    }

    /// The practice's head that an end proves.
    private func head(_ edge: CertificateEdge) throws(ScopeError) -> PracticeHead {
        let root = try index(edge).root
        let key = PracticeKey(high: practice.high, low: practice.low)
        guard edge.proof.size == edge.index, let head = try? edge.proof.verify(key, root: root) else {
            throw ScopeError("range", "does not prove the practice's head")
        }
        return head
    }

    /// What following the chain gives: the counts, and the leaf hashes of the counted entries.
    typealias Chain = (tally: PracticeTally, leaves: [Hash])

    /// Follows the chain from one head to the other: each entry names the one before, and none is missing or twice there.
    private func chain(_ from: PracticeHead, _ upTo: PracticeHead) throws(ScopeError) -> Chain {
        guard let ranges = EntryBundle.ranges(entries), Int64(ranges.count) == upTo.n - from.n else {
            throw ScopeError("entries", "are not as many as the index entries say")
        }
        var (tally, leaves) = (PracticeTally(query), [Hash]())
        var head = from
        for range in ranges {
            let bytes = Array(entries[range])
            guard let entry = try? LedgerEntry(bytes), let link = entry.link,
                let scanned = try? ScannedEntry(bytes.span)
            else { throw ScopeError("entries", "hold what is no entry") }
            guard link.practice == practice else { throw ScopeError("entries", "hold one of another practice") }
            guard link.n == head.n + 1, Hash(link.previous) == head.head else {
                throw ScopeError("entry \(link.n)", "does not continue the practice's chain")
            }
            head = PracticeHead(n: link.n, head: TreeHash.leaf(bytes))
            guard PracticeTally.wants(scanned, bytes.span, query) else { continue }
            let before = tally.counted.count
            tally.take(scanned)
            if tally.counted.count > before { leaves.append(head.head) }
        }
        guard head == upTo else { throw ScopeError("entries", "do not lead to the practice's head") }
        return (tally, leaves)
    }

    /// Every counted entry and both ends are in the signed tree.
    private func prove(_ read: Chain, _ checkpoint: Checkpoint) throws(ScopeError) {
        let lower = start?.index ?? 0
        guard read.leaves.count == places.count, places.allSatisfy({ $0 >= lower && $0 < end.index }) else {
            throw ScopeError("proof", "is not of the entries that count")
        }
        let leaves = (start.map { [TreeHash.leaf($0.entry)] } ?? []) + read.leaves + [TreeHash.leaf(end.entry)]
        let all = (start.map { [$0.index] } ?? []) + places + [end.index]
        guard proof.root(of: leaves, at: all, size: checkpoint.size) == checkpoint.root else {
            throw ScopeError("proof", "does not lead to the signed root")
        }
    }
}
