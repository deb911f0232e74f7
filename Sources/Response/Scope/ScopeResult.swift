import Ledger
import Vocabulary

/// The answer to a ``ScopeQuery``: which practices, how many people in each tier, by whom and when; and on how much of
/// the ledger it stands.
public struct ScopeResult: Sendable {
    /// What was asked.
    public let query: ScopeQuery
    /// The signed checkpoint that it stands on.
    public let checkpoint: SignedCheckpoint
    /// How many entries verified, from the first on: what is said is said of them.
    public let size: UInt64
    /// What is not as it should be in the ledger.
    public let problems: [LedgerError]
    /// The practices of which anything was released, or whose chain is broken, by id.
    public let practices: [PracticeScope]
    let tallies: [PracticeID: PracticeTally]
    private let doubts: [BoundReason]
    let start: IndexMark?
    let end: IndexMark?

    /// Whether the whole ledger verified, with every chain in it.
    public var isWhole: Bool { size == checkpoint.size && problems.isEmpty }

    init(
        _ query: ScopeQuery, _ checkpoint: SignedCheckpoint, _ scan: ScanResult, isCut: Bool = false, access: String?
    ) {
        (self.query, self.checkpoint) = (query, checkpoint)
        (size, problems, start, end) = (scan.size, scan.problems, scan.start, scan.end)
        var doubts: [BoundReason] = scan.size < scan.total || isCut ? [.unverifiedRest] : []
        if scan.timeFalls { doubts.append(.contradiction) }
        self.doubts = doubts
        tallies = scan.tallies.filter { !$0.value.isEmpty || $0.value.isBroken }
        practices = tallies.map { practice, tally in
            var scope = tally.scope(of: practice, doubts: doubts)
            if let access {
                let log = AccessScan(
                    folder: "\(access)/\(practice)", query: query, sessions: tally.sessions,
                    head: scan.accessHeads[practice])
                for place in scope.tiers.indices {
                    let tier = scope.tiers[place]
                    scope.tiers[place].read =
                        tally.hasExport ? .unknown(.openedOffline) : log.read(tier.tier, lastRelease: tier.last)
                }
            }
            return scope
        }.sorted { $0.practice < $1.practice }
    }

    /// The subjects of a practice's patients whose keys were released, with their tiers: what the practice's own side
    /// turns into names.
    public func subjects(of practice: PracticeID) -> [SubjectID: Tiers] { tallies[practice]?.subjects ?? [:] }

    /// Those of them that were erased since.
    public func erased(of practice: PracticeID) -> Set<SubjectID> { tallies[practice]?.erased ?? [] }

    /// Distinct people over all practices: whether a person is a patient of two of them the ledger does not say, so at
    /// least as many as in the largest, and at most all added up.
    public var people: Bounds { sum(practices.map(\.people)) }

    /// As ``people``, of one tier.
    public func people(in tier: Tier) -> Bounds { sum(practices.map { $0[tier].people }) }

    private func sum(_ parts: [Bounds]) -> Bounds {
        let several: [BoundReason] = parts.count { $0.upper != 0 } > 1 ? [.notInLedger] : []
        let reasons = Set(parts.flatMap(\.reasons) + several + doubts)
        let known = doubts.isEmpty ? Int64?(0) : nil
        let upper = parts.reduce(known) { sum, part in sum.flatMap { sum in part.upper.map { sum + $0 } } }
        return Bounds(lower: parts.map(\.lower).max() ?? 0, upper: upper, reasons: reasons.sorted())
    }
}
