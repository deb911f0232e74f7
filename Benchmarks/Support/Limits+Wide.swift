import Broker
import Vocabulary

extension Limits {
    /// Limits that stand in nobody's way, so that what is measured is a release and not a refusal; all are still counted.
    static var wide: Limits {
        let most = 10_000_000
        let limit = Limit(most, most, most)
        var limits = Limits.standard
        limits.profiles = limits.profiles.mapValues {
            Profile(tiers: Array(repeating: limit, count: 4), dormant: limit, usualDay: $0.usualDay)
        }
        limits.refusalsToFreeze = most
        limits.tripwireHour = most
        limits.tripwireDay = most
        return limits
    }
}
