import Vocabulary

/// How severe the breach is for the people concerned, as plain values (ENISA 2013).
public struct SeverityFacts: Hashable, Sendable {
    /// The severity of one tier.
    public struct OfTier: Hashable, Sendable {
        /// The tier.
        public var tier: Tier
        /// The score, as it is to be printed.
        public var score: String
        /// Its word.
        public var word: String
        /// Each factor with its reason.
        public var reasons: [String]

        /// The severity of one tier.
        public init(tier: Tier, score: String, word: String, reasons: [String]) {
            (self.tier, self.score, self.word, self.reasons) = (tier, score, word, reasons)
        }
    }

    /// The highest score, as it is to be printed.
    public var score: String
    /// Its word.
    public var word: String
    /// The authority's scale.
    public var gravity: Gravity
    /// Tier by tier.
    public var tiers: [OfTier]

    /// A severity.
    public init(score: String, word: String, gravity: Gravity, tiers: [OfTier]) {
        (self.score, self.word, self.gravity, self.tiers) = (score, word, gravity, tiers)
    }
}
