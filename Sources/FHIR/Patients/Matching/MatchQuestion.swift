import Vocabulary

/// One way to find the patient: what the index is asked, and what it means when it finds somebody.
public struct MatchQuestion: Sendable, Equatable {
    /// What is shown by being found.
    public let evidence: MatchEvidence
    /// Terms that must all match; each further choice is narrower, and asked when more are found by the one before than are shown.
    public let choices: [[SearchTerm]]

    init(_ evidence: MatchEvidence, _ choices: [[SearchTerm]]) {
        self.evidence = evidence
        self.choices = choices
    }
}
