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
    /// What an entry is taken to need.
    private static let entryBytes: Int64 = 600

    private let result: ScopeResult
    private let reader: LedgerReader
    private let verifier: NoteVerifier
    private let start: (mark: IndexMark, map: PracticeMap)?
    private let end: (mark: IndexMark, map: PracticeMap)

    /// Prepares for a result that was read from `directory`.
    ///
    /// Throws when no `index` entry lies behind what was counted (have the broker enter one), when one does not hold the
    /// root of the practices' chains, or what reading throws.
    public init(_ result: ScopeResult, directory: String, verifier: NoteVerifier) throws {
        reader = try LedgerReader(directory: directory, verifier: verifier)
        (self.result, self.verifier) = (result, verifier)
        guard let last = result.end else { throw ScopeError("ledger", "has no index entry behind what was counted") }
        end = (last, try CertificateMaker.map(last))
        // An export covers whom the practice held then, which its chain tells from the beginning on.
        start = try result.query.asksForNobody ? nil : result.start.map { ($0, try CertificateMaker.map($0)) }
    }

    private static func map(_ mark: IndexMark) throws(ScopeError) -> PracticeMap {
        guard let map = mark.map else { throw ScopeError("index entry \(mark.index)", "is not the root of the chains") }
        return map
    }

    /// Makes, verifies and hands over the certificate of each of the practices, a few at a time. A practice without any
    /// entry before the last `index` entry has none.
    public func make(
        _ practices: [PracticeID], _ body: @Sendable (ScopeCertificate, ScopeCertificate.Verdict) throws -> Void
    ) throws {
        var group: [PracticeID] = []
        var bytes: Int64 = 0
        for practice in practices {
            guard let head = end.map[CertificateMaker.key(practice)] else { continue }
            let first = start?.map[CertificateMaker.key(practice)]?.n ?? 0
            group.append(practice)
            bytes += (head.n - first) * CertificateMaker.entryBytes
            guard bytes > CertificateMaker.memory else { continue }
            try make(group: group, body)
            (group, bytes) = ([], 0)
        }
        try make(group: group, body)
    }

    private func make(
        group: [PracticeID], _ body: @Sendable (ScopeCertificate, ScopeCertificate.Verdict) throws -> Void
    ) throws {
        guard !group.isEmpty else { return }
        let stretches = try read(Set(group))
        let failure = Mutex<(any Error)?>(nil)
        DispatchQueue.concurrentPerform(iterations: group.count) { place in
            guard failure.withLock({ $0 == nil }), let stretch = stretches[group[place]] else { return }
            do {
                let certificate = try certificate(group[place], stretch)
                try body(certificate, try certificate.verify(verifier))
            } catch { failure.withLock { $0 = $0 ?? error } }
        }
        if let error = failure.withLock({ $0 }) { throw error }
    }

    /// The entries of some practices between both ends.
    private func read(_ practices: Set<PracticeID>) throws -> [PracticeID: PracticeStretch] {
        var stretches = Dictionary(uniqueKeysWithValues: practices.map { ($0, PracticeStretch()) })
        // A practice that began after the first end has no head there: its chain is told from its beginning.
        let hasAll = practices.allSatisfy { start?.map[CertificateMaker.key($0)] != nil }
        let lower = hasAll ? start?.mark.index ?? 0 : 0
        var reader = reader
        try reader.forEach(from: lower, to: end.mark.index, verifying: false) { place, bytes in
            guard let practice = try ScannedEntry(bytes).practice, practices.contains(practice) else { return }
            if place < start?.mark.index ?? 0, start?.map[CertificateMaker.key(practice)] != nil { return }
            stretches[practice]?.append(bytes, at: place)
        }
        return stretches
    }

    private func certificate(_ practice: PracticeID, _ stretch: PracticeStretch) throws -> ScopeCertificate {
        var reader = reader
        let key = CertificateMaker.key(practice)
        let first = try start.flatMap { try $0.map[key] == nil ? nil : edge($0.mark, $0.map, key, &reader) }
        let places = try counted(stretch)
        let all = (first.map { [$0.index] } ?? []) + places + [end.mark.index]
        return ScopeCertificate(
            practice: practice, query: result.query, note: reader.checkpoint.bytes, verified: result.size, start: first,
            end: try edge(end.mark, end.map, key, &reader), entries: stretch.bytes, places: places,
            proof: try MultiProof(of: all, size: reader.size, from: &reader))
    }

    private func edge(
        _ mark: IndexMark, _ map: PracticeMap, _ key: PracticeKey, _ reader: inout LedgerReader
    ) throws -> CertificateEdge {
        CertificateEdge(
            index: mark.index, entry: try reader.entry(at: mark.index), proof: try map.proof(of: key))
    }

    /// The places of the entries that the query counts.
    private func counted(_ stretch: PracticeStretch) throws -> [UInt64] {
        var tally = PracticeTally(result.query)
        var places: [UInt64] = []
        for (place, range) in zip(stretch.places, EntryBundle.ranges(stretch.bytes) ?? []) {
            let bytes = stretch.bytes.span.extracting(range)
            let entry = try ScannedEntry(bytes)
            guard PracticeTally.wants(entry, bytes, result.query) else { continue }
            let before = tally.counted.count
            tally.take(entry)
            if tally.counted.count > before { places.append(place) }
        }
        return places
    }

    private static func key(_ practice: PracticeID) -> PracticeKey {
        PracticeKey(high: practice.high, low: practice.low)
    }
}
