import Dispatch
import Ledger
import LedgerCheck
import LedgerMap
import Synchronization
import Vocabulary

/// Makes the certificates of a scope's practices out of the ledger that it was read from.
public struct CertificateMaker: Sendable {
    /// Bytes of entries that are held at once.
    private static let memory: Int64 = 1 << 30
    /// The most entries of a practice, so that a certificate stays within its limits.
    private static let mostEntries: Int64 = 2_000_000
    /// What an entry is taken to need.
    private static let entryBytes: Int64 = 600

    private let result: ScopeResult
    private let reader: LedgerReader
    private let verifier: NoteVerifier
    private let start: (index: UInt64, proofs: MapProofs)?
    private let end: (index: UInt64, proofs: MapProofs)

    /// Prepares for a result that was read from `directory`.
    ///
    /// Throws when no `index` entry lies behind what was counted (have the broker enter one), when one does not hold the
    /// root of the practices' chains, or what reading throws.
    public init(_ result: ScopeResult, directory: String, verifier: NoteVerifier) throws {
        reader = try LedgerReader(directory: directory, verifier: verifier)
        (self.result, self.verifier) = (result, verifier)
        guard let last = result.end else { throw ScopeError("ledger", "has no index entry behind what was counted") }
        end = try CertificateMaker.end(last)
        // An export covers whom the practice held then, which its chain tells from the beginning on.
        start = try result.query.asksForNobody ? nil : result.start.map { try CertificateMaker.end($0) }
    }

    private static func end(_ mark: IndexMark) throws(ScopeError) -> (index: UInt64, proofs: MapProofs) {
        guard let map = mark.map else { throw ScopeError("index entry \(mark.index)", "is not the root of the chains") }
        return (mark.index, MapProofs(map))
    }

    /// Makes, verifies and hands over the certificate of each of the practices, a few at a time. A practice without any
    /// entry before the last `index` entry has none. One that fails stops no other.
    /// - Returns: What failed, by practice.
    @discardableResult
    public func make(
        _ practices: [PracticeID], _ body: @Sendable (ScopeCertificate, ScopeCertificate.Verdict) throws -> Void
    ) throws -> [PracticeID: any Error] {
        var failures: [PracticeID: any Error] = [:]
        var group: [PracticeID] = []
        var bytes: Int64 = 0
        for practice in practices {
            guard let head = end.proofs[CertificateMaker.key(practice)] else { continue }
            let first = start?.proofs[CertificateMaker.key(practice)]?.n ?? 0
            guard (0...CertificateMaker.mostEntries).contains(head.n - first) else {
                failures[practice] = ScopeError("entries", "are too many: ask for a shorter interval")
                continue
            }
            group.append(practice)
            bytes += (head.n - first) * CertificateMaker.entryBytes
            guard bytes > CertificateMaker.memory else { continue }
            failures.merge(try make(group: group, body)) { $1 }
            (group, bytes) = ([], 0)
        }
        failures.merge(try make(group: group, body)) { $1 }
        return failures
    }

    private func make(
        group: [PracticeID], _ body: @Sendable (ScopeCertificate, ScopeCertificate.Verdict) throws -> Void
    ) throws -> [PracticeID: any Error] {
        guard !group.isEmpty else { return [:] }
        let stretches = try read(Set(group))
        let failures = Mutex<[PracticeID: any Error]>([:])
        DispatchQueue.concurrentPerform(iterations: group.count) { place in
            guard let stretch = stretches[group[place]] else { return }
            do {
                let certificate = try certificate(group[place], stretch)
                try body(certificate, try certificate.verify(verifier, expected: result.query))
            } catch { failures.withLock { $0[group[place]] = error } }
        }
        return failures.withLock { $0 }
    }

    /// The entries of some practices between both ends.
    private func read(_ practices: Set<PracticeID>) throws -> [PracticeID: PracticeStretch] {
        var stretches = Dictionary(uniqueKeysWithValues: practices.map { ($0, PracticeStretch()) })
        // A practice that began after the first end has no head there: its chain is told from its beginning.
        let hasAll = practices.allSatisfy { start?.proofs[CertificateMaker.key($0)] != nil }
        let first = start?.index ?? 0
        var reader = reader
        try reader.forEach(from: hasAll ? first : 0, to: end.index, verifying: false) { place, bytes in
            guard let practice = try ScannedEntry(bytes).practice, practices.contains(practice) else { return }
            if place < first, start?.proofs[CertificateMaker.key(practice)] != nil { return }
            stretches[practice]?.append(bytes, at: place)
        }
        return stretches
    }

    private func certificate(_ practice: PracticeID, _ stretch: PracticeStretch) throws -> ScopeCertificate {
        var reader = reader
        let key = CertificateMaker.key(practice)
        let first = try start.flatMap { try $0.proofs[key] == nil ? nil : edge($0, key, &reader) }
        let (places, present) = try counted(stretch)
        let all = (first.map { [$0.index] } ?? []) + places + [end.index]
        return ScopeCertificate(
            practice: practice, query: result.query.narrowed(to: practice, present), note: reader.checkpoint.bytes,
            verified: result.size, start: first, end: try edge(end, key, &reader), entries: stretch.bytes,
            places: places, proof: try MultiProof(of: all, size: reader.size, from: &reader))
    }

    private func edge(
        _ end: (index: UInt64, proofs: MapProofs), _ key: PracticeKey, _ reader: inout LedgerReader
    ) throws -> CertificateEdge {
        CertificateEdge(
            index: end.index, entry: try reader.entry(at: end.index), proof: try end.proofs.proof(of: key))
    }

    /// The places of the entries that the query counts, and who stands in the practice's entries.
    private func counted(_ stretch: PracticeStretch) throws -> (places: [UInt64], present: PresentHolders) {
        var (tally, present) = (PracticeTally(result.query), PresentHolders())
        var places: [UInt64] = []
        for (place, range) in zip(stretch.places, EntryBundle.ranges(stretch.bytes) ?? []) {
            let bytes = stretch.bytes.span.extracting(range)
            let entry = try ScannedEntry(bytes)
            present.add(entry)
            guard PracticeTally.wants(entry, bytes, result.query) else { continue }
            let before = tally.counted.count
            tally.take(entry)
            if tally.counted.count > before { places.append(place) }
        }
        return (places, present)
    }

    private static func key(_ practice: PracticeID) -> PracticeKey {
        PracticeKey(high: practice.high, low: practice.low)
    }
}
