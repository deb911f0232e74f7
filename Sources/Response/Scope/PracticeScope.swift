import Vocabulary

/// What a scope says of one practice: how many people in each tier, and when. It names nobody.
public struct PracticeScope: Hashable, Sendable {
    /// The practice.
    public let practice: PracticeID
    /// The four tiers, least sensitive first.
    public var tiers: [TierScope]
    /// Distinct people with a release in any tier.
    public var people: Bounds
    /// Of them, minors: only the practice's side can say.
    public var minors: Bounds
    /// Releases of the practice's own resources, which are about no patient.
    public var ownResources: Int64
    /// Releases to each membership and client, in the order of their ids.
    public var holders: [HolderReleases]
    /// Of the people, those whose record was erased since: nobody can name them any more.
    public var erased: Int64

    /// Makes a practice's part of a scope.
    public init(
        practice: PracticeID, tiers: [TierScope], people: Bounds, minors: Bounds = .unknown(.notInLedger),
        ownResources: Int64 = 0, holders: [HolderReleases] = [], erased: Int64 = 0
    ) {
        (self.practice, self.tiers, self.people) = (practice, tiers, people)
        (self.minors, self.ownResources, self.holders, self.erased) = (minors, ownResources, holders, erased)
    }

    /// The part of one tier.
    public subscript(tier: Tier) -> TierScope { tiers.first { $0.tier == tier } ?? TierScope(tier: tier) }
}
