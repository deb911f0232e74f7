import Vocabulary

/// The openings of one holder, practice or partner: a window for each tier and one for dormant patients.
struct TierWindows: Sendable, Codable, Equatable {
    private var tiers = Array(repeating: OpeningWindow(), count: Tier.allCases.count)
    /// Openings of dormant patients, in any tier.
    var dormant = OpeningWindow()

    init() {}

    subscript(tier: Tier) -> OpeningWindow {
        get { tiers[Int(tier.rawValue)] }
        _modify { yield &tiers[Int(tier.rawValue)] }
    }
}
