import Vocabulary

/// A scope's numbers over all practices: records, each one patient of one practice. Whether two are the same person is
/// not known to anybody, so people are only bounded.
struct ScopeTotals {
    /// Records whose key of a tier was released.
    let tiers: [Tier: Bounds]
    /// Records with a release in any tier.
    let released: Bounds
    /// Records with a release in `medical` or `restricted`.
    let care: Bounds
    /// Whether any record was shown.
    let isRead: Bool
    /// Distinct people: at least those of the largest practice, at most all records.
    let people: Bounds
    /// Practices with at least one record, or with releases of their own resources.
    let affected: [PracticeID]
    /// Practices that may be concerned and are not known to be.
    let mayBeAffected: Int

    init(_ practices: [PracticeScope]) {
        var tiers: [Tier: Bounds] = [:]
        var (released, care, largest) = (Bounds(0), Bounds(0), Int64(0))
        for practice in practices {
            for tier in Tier.allCases { tiers[tier] = (tiers[tier] ?? Bounds(0)).plus(practice[tier].people) }
            released = released.plus(practice.people)
            care = care.plus(practice[.medical].people.either(practice[.restricted].people))
            largest = max(largest, practice.people.lower)
        }
        (self.tiers, self.released, self.care) = (tiers, released, care)
        isRead = practices.contains { $0.tiers.contains { $0.read.lower > 0 } }
        let reasons = practices.count > 1 && released != Bounds(0) ? [BoundReason.notInLedger] : []
        people = Bounds(
            lower: largest, upper: released.upper, reasons: Set(released.reasons + reasons).sorted())
        affected = practices.filter { Self.concern($0) == .yes }.map(\.practice)
        mayBeAffected = practices.count { Self.concern($0) == .mayBe }
    }

    /// A tier known to have people counts, whatever `people` of the practice says.
    private static func concern(_ practice: PracticeScope) -> Certainty {
        let answers = [Certainty(practice.people, above: 0)] + practice.tiers.map { Certainty($0.people, above: 0) }
        if practice.ownResources > 0 || answers.contains(.yes) { return .yes }
        return answers.contains(.mayBe) ? .mayBe : .no
    }
}
