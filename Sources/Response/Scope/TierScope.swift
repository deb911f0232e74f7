import Vocabulary

/// What a scope says of one tier of one practice's patients.
public struct TierScope: Hashable, Sendable {
    /// The tier.
    public let tier: Tier
    /// Distinct people whose key of this tier was released.
    public var people: Bounds
    /// Distinct people of whom something of this tier was shown to the sessions concerned in the interval, as the access log
    /// says: also where the key was released before it. Apart from `people`, never mixed.
    public var read: Bounds
    /// Of them, those who were dormant at a release.
    public var dormant: Int64
    /// Of them, those with a release after containment.
    public var afterContainment: Int64
    /// How many releases.
    public var releases: Int64
    /// The first release's time; nil without any.
    public var first: Timestamp?
    /// The last release's time; nil without any.
    public var last: Timestamp?

    /// Makes a tier's part of a scope.
    public init(
        tier: Tier, people: Bounds = Bounds(0), read: Bounds = .unknown(.noAccessLog), dormant: Int64 = 0,
        afterContainment: Int64 = 0, releases: Int64 = 0, first: Timestamp? = nil, last: Timestamp? = nil
    ) {
        (self.tier, self.people, self.read, self.dormant) = (tier, people, read, dormant)
        (self.afterContainment, self.releases, self.first, self.last) = (afterContainment, releases, first, last)
    }
}
