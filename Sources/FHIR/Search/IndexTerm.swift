import Vocabulary

/// A term that a resource is to be found by, and the tier of the element that it comes from.
public struct IndexTerm: Hashable, Sendable {
    /// The field and the value as recorded.
    public let term: SearchTerm
    /// The element's tier: the whole resource's when that is labelled.
    public let tier: Tier

    /// Joins a term and a tier.
    public init(_ term: SearchTerm, _ tier: Tier) {
        self.term = term
        self.tier = tier
    }
}
