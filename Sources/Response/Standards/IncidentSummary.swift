import Vocabulary

/// What the exchange formats are made from: an incident without personal data.
///
/// Ids are random, people are numbers, and observables are ids or hashes by their type. Title, summary and names are
/// free text: numbers that look like a telephone's or a NIR and e-mail addresses are taken out of them; a name of a
/// person cannot be told from other words, so whoever writes them leaves it out.
public struct IncidentSummary: Hashable, Sendable {
    /// The longest title, in bytes.
    public static let titleBytes = 300
    /// The longest summary, in bytes.
    public static let summaryBytes = 8_000
    /// The most practices, observables and techniques.
    public static let maximumPractices = 100_000, maximumObservables = 10_000, maximumTechniques = 100

    /// The incident's random id; every id in the documents follows from it.
    public let id: ID<IncidentSummary>
    /// A line that says what happened.
    public let title: ClippedText
    /// A few sentences.
    public let summary: ClippedText
    /// When.
    public let times: Times
    /// Who did what.
    public let cause: Cause
    /// How it was found.
    public let discovery: Discovery
    /// How sure and how far along one is.
    public let standing: Standing
    /// The organisation from which the data came.
    public let victim: Victim
    /// The severity over all practices.
    public let severity: WorstSeverity
    /// Techniques of MITRE ATT&CK, in order of their ids.
    public let techniques: [Technique]
    /// What to look for, in order.
    public let observables: [Observable]
    /// Whom it concerns, by practice, in order of ids.
    public let practices: [PracticeScope]

    /// Joins the parts and puts the lists in order. Throws for too many, and for a practice that comes twice.
    public init(
        id: ID<IncidentSummary>, title: String, summary: String, times: Times, cause: Cause,
        discovery: Discovery = .unknown, standing: Standing, victim: Victim, severity: WorstSeverity = WorstSeverity(),
        techniques: [Technique] = [], observables: [Observable] = [], practices: [PracticeScope]
    ) throws(IncidentSummaryError) {
        guard practices.count <= Self.maximumPractices else { throw .tooManyPractices }
        guard observables.count <= Self.maximumObservables else { throw .tooManyObservables }
        guard techniques.count <= Self.maximumTechniques else { throw .tooManyTechniques }
        guard Set(practices.map(\.practice)).count == practices.count else { throw .practiceTwice }
        self.id = id
        self.title = ClippedText(ImpersonalText.of(title), bytes: Self.titleBytes)
        self.summary = ClippedText(ImpersonalText.of(summary), bytes: Self.summaryBytes)
        (self.times, self.cause, self.discovery, self.standing) = (times, cause, discovery, standing)
        (self.victim, self.severity) = (victim, severity)
        self.techniques = Set(techniques).sorted { ($0.id, $0.name.text) < ($1.id, $1.name.text) }
        self.observables = Set(observables).sorted { ($0.kind.rawValue, $0.value) < ($1.kind.rawValue, $1.value) }
        self.practices = practices.sorted { $0.practice < $1.practice }
    }
}
