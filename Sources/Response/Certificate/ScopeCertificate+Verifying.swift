import Ledger
import LedgerCheck
import LedgerMap
import Vocabulary

extension ScopeCertificate {
    /// Checks everything, from the signature to the last count, and recomputes the result.
    /// - Parameters:
    ///   - verifier: The ledger's key.
    ///   - witnesses: At least one of them must have cosigned the checkpoint: that is what protects from a broker that shows
    ///     different ledgers to different people.
    ///   - expected: The question that was to be answered; nil leaves that to whoever reads ``Verdict/query``.
    /// - Throws: The part that does not hold.
    public func verify(
        _ verifier: NoteVerifier, witnesses: [NoteVerifier] = [], expected: ScopeQuery? = nil
    ) throws(ScopeError) -> Verdict {
        try checkQuestion()
        let checkpoint = try signed(verifier)
        let cosigned = witnesses.filter(checkpoint.note.isSigned).map(\.key.name)
        guard witnesses.isEmpty || !cosigned.isEmpty else {
            throw ScopeError("checkpoint", "is cosigned by no such witness")
        }
        let from = try start.map { edge throws(ScopeError) in try head(edge) } ?? PracticeHead(n: 0, head: .zero)
        let upTo = try head(end)
        let times = try interval()
        let read = try chain(from, upTo, times)
        try prove(read, checkpoint.checkpoint)
        if let expected, expected.narrowed(to: practice, read.present) != query {
            throw ScopeError("query", "is another than was asked")
        }
        let last = query.through?.milliseconds ?? Int64.max
        return Verdict(
            query: query, scope: read.tally.scope(of: practice, doubts: []), entries: Int(clamping: upTo.n - from.n),
            coversInterval: times.upperBound > last, completeUntil: Timestamp(milliseconds: times.upperBound),
            cosigned: cosigned)
    }

    /// The question is about this practice, and its first moment lies behind what the certificate begins with.
    private func checkQuestion() throws(ScopeError) {
        guard query.practices == [practice] else { throw ScopeError("query", "is not about this practice alone") }
        guard query.isOrdered else { throw ScopeError("query", "ends before it begins") }
        guard let start else { return }
        guard !query.asksForNobody else { throw ScopeError("range", "has to begin with the ledger for this question") }
        guard try index(start).time.milliseconds < query.earliest else {
            throw ScopeError("range", "begins inside the interval")
        }
    }

    private func signed(_ verifier: NoteVerifier) throws(ScopeError) -> SignedCheckpoint {
        do { return try SignedCheckpoint(note, verifier: verifier) } catch {
            throw ScopeError("checkpoint", "is not signed by the ledger's key")
        }
    }

    /// The times of both ends.
    private func interval() throws(ScopeError) -> ClosedRange<Int64> {
        let last = try index(end).time.milliseconds
        let first = try start.map { edge throws(ScopeError) in try index(edge).time.milliseconds } ?? min(0, last)
        guard start.map({ $0.index < end.index }) ?? true, first <= last else {
            throw ScopeError("range", "ends before it begins")
        }
        return first...last
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
