extension Bounds {
    /// The people of two sets that may overlap: at least the larger, at most both together.
    func either(_ other: Bounds) -> Bounds {
        if self == Bounds(0) { return other }
        if other == Bounds(0) { return self }
        let upper = Bounds.sum(self.upper, other.upper)
        let reasons = Bounds.joined(reasons, other.reasons)
        return Bounds(lower: max(lower, other.lower), upper: upper, reasons: reasons)
    }

    /// Both counts together: lower with lower, upper with upper, and no upper bound where one has none.
    func plus(_ other: Bounds) -> Bounds {
        Bounds(
            lower: Bounds.sum(lower, other.lower) ?? .max, upper: Bounds.sum(upper, other.upper),
            reasons: Bounds.joined(reasons, other.reasons))
    }

    private static func joined(_ a: [BoundReason], _ b: [BoundReason]) -> [BoundReason] {
        a == b ? a : Set(a + b).sorted()
    }

    /// Nil without one of them, and beyond what is counted.
    private static func sum(_ a: Int64?, _ b: Int64?) -> Int64? {
        guard let a, let b else { return nil }
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? nil : sum
    }
}
