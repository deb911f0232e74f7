import Vocabulary

/// What article 34 asks for about one tier of one practice, with the reasons.
public struct Article34Decision: Hashable, Sendable {
    /// The tier.
    public let tier: Tier
    /// What is asked for.
    public let advice: Article34Advice
    /// Why, in the order in which it was reasoned.
    public let reasons: [Article34Reason]
    /// The severity that it rests on.
    public let severity: Severity
    /// The people concerned.
    public let people: Bounds
}
