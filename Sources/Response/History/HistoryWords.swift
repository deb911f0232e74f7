import Vocabulary

/// The words that a patient reads, in one language; whoever writes them avoids the words of the house.
protocol HistoryWords: Sendable {
    /// Who, when the practice gives no name.
    func somebody(_ role: Role) -> String
    /// What a named one is.
    func role(_ role: Role) -> String
    /// Whom the practice does not know, by the reference that stands in the log.
    func unknown(_ reference: String) -> String
    /// What was done; `isCare` when it concerns more than names and addresses.
    func done(_ action: HistoryAction, isCare: Bool) -> String
    /// What was opened without a sign of use.
    func unshown(_ action: HistoryAction) -> String
    /// A tier.
    func tier(_ tier: Tier) -> String
    /// How often on one day, from 2.
    func times(_ count: Int) -> String
    /// The day, and the first and last time of it.
    func when(_ day: String, _ first: String, _ last: String) -> String
    /// That it was an emergency, and the reason given.
    func emergency(_ reason: String?) -> String
    /// That there was an appointment.
    var expected: String { get }
    /// That support was let in.
    var permitted: String { get }
    /// Where it is noted.
    func source(_ sources: Set<AuditedEvent.Source>) -> String
    /// All in some sentences.
    func summary(_ counts: PatientHistory.Counts, from: String, through: String) -> String
}
