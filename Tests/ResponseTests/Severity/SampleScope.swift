import Vocabulary

@testable import Response

/// Scopes for tests: what is not named is exactly zero.
enum SampleScope {
    static let practice = PracticeID(high: 0x1111_2222_3333_4444, low: 0x8555_6666_7777_8888)

    static func scope(
        _ tiers: [Tier: Bounds], people: Bounds? = nil, read: [Tier: Bounds] = [:], of practice: PracticeID = practice
    ) -> PracticeScope {
        let parts = Tier.allCases.map { tier in
            TierScope(
                tier: tier, people: tiers[tier] ?? Bounds(0), read: read[tier] ?? .unknown(.noAccessLog))
        }
        let most = parts.map(\.people).reduce(Bounds(0)) { $0.either($1) }
        return PracticeScope(practice: practice, tiers: parts, people: people ?? most)
    }
}
