import Vocabulary

/// What a sample says of a practice and the ledger of it: row numbers, ids, moments and counts, and no value of the sample.
public struct ClaimReport: Sendable {
    /// What somebody of the sample turned out to be.
    public struct Answer: Sendable {
        /// Who.
        public let person: SamplePerson
        /// What was found.
        public let outcome: ClaimOutcome

        /// Joins both.
        public init(_ person: SamplePerson, _ outcome: ClaimOutcome) { (self.person, self.outcome) = (person, outcome) }
    }

    /// Why and where a claim was stopped before all that was drawn was asked.
    public struct Stop: Hashable, Sendable {
        /// The number of the first row that was not answered.
        public let row: Int
        /// The server's own code, as `opening-limit`.
        public let code: String

        /// Names both.
        public init(row: Int, code: String) { (self.row, self.code) = (row, code) }
    }

    /// The sample.
    public let sample: Sample
    let query: ScopeQuery
    /// Each person of the sample, in its order.
    public let answers: [Answer]
    let drawn: Int
    /// Where it was stopped; nil when all that was drawn was asked.
    public let stop: Stop?
    /// The people of the practice whose keys the query's holders were given in the interval, as the ledger has it.
    public let incident: Bounds

    /// Joins what was read, asked and found.
    /// - Parameters:
    ///   - query: what ``ScopeQuery/ofClaim(in:until:)`` made.
    ///   - drawn: how many people were to be asked for.
    public init(
        _ sample: Sample, _ query: ScopeQuery, _ answers: [Answer], drawn: Int, stop: Stop?, incident: Bounds
    ) {
        (self.sample, self.query, self.answers) = (sample, query, answers)
        (self.drawn, self.stop, self.incident) = (drawn, stop, incident)
    }

    /// People and rows of one outcome.
    public struct Count: Hashable, Sendable {
        /// People.
        public fileprivate(set) var people: Int64 = 0
        /// Their rows.
        public fileprivate(set) var rows: Int64 = 0

        fileprivate mutating func add(_ person: SamplePerson) {
            people += 1
            rows += Int64(person.rows.count)
        }
    }

    /// The sample's people and rows that could be read.
    public var all: Count { count { _ in true } }
    /// Whoever is the practice's.
    public var ours: Count { count { if case .ours = $0 { true } else { false } } }
    /// Whoever is not found in it.
    public var notOurs: Count { count { if case .notOurs = $0 { true } else { false } } }
    /// Whoever nothing is known of, by reason.
    public var unknown: [(reason: UnknownReason, count: Count)] {
        UnknownReason.allCases.map { reason in
            (reason, count { if case .unknown(reason) = $0 { true } else { false } })
        }.filter { $0.count.people > 0 }
    }

    /// All patients of the practice whom the sample names, each once.
    public var patients: [PatientID: ClaimedPatient] {
        Dictionary(answers.flatMap { $0.outcome.patients.map { ($0.id, $0) } }) { first, _ in first }
    }
    /// How many of them have a release in the ledger that was asked for.
    public var released: Int64 { Int64(patients.values.count { !($0.known?.isEmpty ?? true) }) }
    /// How many of them the ledger could not be asked of.
    public var releasesUnknown: Int64 { Int64(patients.values.count { $0.known == nil }) }
    /// The releases of all of them together.
    public var releases: ClaimReleases {
        patients.values.compactMap(\.known).reduce(into: ClaimReleases()) { $0.add($1) }
    }
    /// How many of them each holder was given keys of.
    var patientsByHolder: [String: Int64] {
        patients.values.compactMap(\.known).flatMap(\.holders.keys).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    private func count(_ isMeant: (ClaimOutcome) -> Bool) -> Count {
        answers.reduce(into: Count()) { if isMeant($1.outcome) { $0.add($1.person) } }
    }
}
