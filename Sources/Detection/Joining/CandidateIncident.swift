import Vocabulary

/// Findings of one or several sources that are about the same: for people to look at together.
public struct CandidateIncident: Hashable, Sendable, Codable {
    /// The same for the same findings in any order: a digest of its first finding's id.
    public var id: String
    /// The highest of its findings.
    public var level: RuleLevel
    /// The gravest findings, the gravest first.
    public var findings: [Finding]
    /// How many findings there are that are not among them.
    public var beyond: Int
    /// Where the findings come from, as `database/postgresql`, sorted.
    public var sources: [String]
    /// Sorted.
    public var accounts: [String]
    /// Sorted.
    public var hosts: [String]
    /// Sorted.
    public var practices: [String]
    /// Where data went, sorted.
    public var destinations: [String]
    /// The first event.
    public var first: Timestamp
    /// The last event.
    public var last: Timestamp
    /// Rows asked and bytes that left, set against each other.
    public var amounts: Amounts
    /// Whether it was closed before its time, because too many were open.
    public var isClosedEarly: Bool
}
