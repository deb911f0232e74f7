import FHIR

/// The patients who may be the one that somebody describes: identity only.
public struct MatchResult: Sendable {
    /// One of them.
    public struct Found: Sendable {
        /// The patient.
        public let record: Record
        /// What is thought of it.
        public let score: MatchScore
    }

    /// The best first; ten at most.
    public let found: [Found]
    /// Whether something that the description tells is told of more than ten patients, so that these were not looked at.
    public let isBroad: Bool
    /// Whether somebody was found whose identity the role may not see.
    public let omits: Bool
    /// Who was found and not opened by the broker.
    public let refused: [Refusal]
}
