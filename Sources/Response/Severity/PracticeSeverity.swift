import Vocabulary

/// The severity for one practice: the worst of its tiers that have people. Tiers that may have people stand apart and
/// are never taken for empty.
public struct PracticeSeverity: Hashable, Sendable {
    /// The practice.
    public let practice: PracticeID
    /// Its four tiers, least sensitive first.
    public let tiers: [TierSeverity]
    /// The people concerned, in any tier.
    public let people: Bounds

    /// Joins them.
    public init(practice: PracticeID, tiers: [TierSeverity], people: Bounds) {
        (self.practice, self.tiers, self.people) = (practice, tiers, people)
    }

    /// The worst tier that has people; nil when none is known to have any.
    public var worst: TierSeverity? { Self.worst(of: tiers.filter { $0.hasPeople == .yes }) }

    /// The worst tier that may have people, if it is worse than ``worst``; to be shown beside it.
    public var mayBeWorse: TierSeverity? {
        guard let candidate = Self.worst(of: tiers.filter { $0.hasPeople == .mayBe }) else { return nil }
        guard let worst else { return candidate }
        return candidate.severity.quarters > worst.severity.quarters ? candidate : nil
    }

    /// Whether more than 100 people are concerned.
    public var hasMoreThan100People: Certainty { Certainty(people, above: 100) }

    /// Of equal ones, the more sensitive tier.
    private static func worst(of tiers: [TierSeverity]) -> TierSeverity? {
        tiers.max { a, b in
            (a.severity.quarters, a.tier.rawValue) < (b.severity.quarters, b.tier.rawValue)
        }
    }
}
