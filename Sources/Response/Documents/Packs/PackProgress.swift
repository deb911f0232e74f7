import Vocabulary

/// How far a run of packs is, told after each practice.
public struct PackProgress: Sendable {
    /// What became of a practice's pack.
    public enum Outcome: Sendable {
        /// It was made.
        case made
        /// It was there already, whole and of the same input.
        case kept
        /// It could not be made; nothing of it is there.
        case failed(any Error)
    }

    /// The practice.
    public let practice: PracticeID
    /// What became of its pack.
    public let outcome: Outcome
    /// How many practices are through, this one included.
    public let done: Int
    /// Of how many.
    public let total: Int
}
