/// What a baseline says of a measure.
public struct BaselineJudgement: Hashable, Sendable {
    /// Whether it is above the limit.
    public let isUnusual: Bool
    /// One sentence: "62 practices in 40 minutes; highest in 60 days: 1".
    public let sentence: String
    /// What it was held against.
    public let limit: Double
}
