import Vocabulary

/// The severity for one tier of one practice, with ENISA's two flags beside it.
public struct TierSeverity: Hashable, Sendable {
    /// The tier.
    public let tier: Tier
    /// The severity if anybody is concerned.
    public let severity: Severity
    /// The people whose key of this tier was released.
    public let released: Bounds
    /// The people whose sealed data of this tier was copied, key or not.
    public let copied: Bounds
    /// Whether the data is unintelligible to whoever has it; never where keys were released.
    public let unintelligible: Factor<Bool>

    /// Joins them.
    public init(tier: Tier, severity: Severity, released: Bounds, copied: Bounds, unintelligible: Factor<Bool>) {
        (self.tier, self.severity, self.released) = (tier, severity, released)
        (self.copied, self.unintelligible) = (copied, unintelligible)
    }

    /// The people concerned one way or the other; who is concerned both ways counts once below and twice above.
    public var people: Bounds { released.either(copied) }

    /// Whether anybody is concerned.
    public var hasPeople: Certainty { Certainty(people, above: 0) }

    /// Whether more than 100 people are.
    public var hasMoreThan100People: Certainty { Certainty(people, above: 100) }
}
