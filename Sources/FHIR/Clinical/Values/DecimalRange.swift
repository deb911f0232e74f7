/// The numbers that a value of a resource may mean: one, those between two, or those beyond one.
struct DecimalRange: Sendable, Equatable {
    /// Nil: no lower end.
    var low: ExactDecimal?
    /// Nil: no upper end.
    var high: ExactDecimal?
    /// Whether the lower end is not of it (`> 5`).
    var isAboveLow = false
    /// Whether the upper end is not of it (`< 5`).
    var isBelowHigh = false

    /// One number.
    init(_ value: ExactDecimal) { (low, high) = (value, value) }

    /// All from one to another, either end open where nil.
    init(low: ExactDecimal?, high: ExactDecimal?) { (self.low, self.high) = (low, high) }

    /// A number with the comparator of a Quantity.
    init(_ value: ExactDecimal, comparator: String?) {
        self.init(value)
        switch comparator {
        case "<": (low, isBelowHigh) = (nil, true)
        case "<=": low = nil
        case ">": (high, isAboveLow) = (nil, true)
        case ">=": high = nil
        default: break
        }
    }

    /// Whether some number of it is above the value, or the value itself.
    func reachesAbove(_ value: ExactDecimal, orAt: Bool) -> Bool {
        guard let high else { return true }
        return high > value || (orAt && high == value && !isBelowHigh)
    }

    /// Whether some number of it is below the value, or the value itself.
    func reachesBelow(_ value: ExactDecimal, orAt: Bool) -> Bool {
        guard let low else { return true }
        return low < value || (orAt && low == value && !isAboveLow)
    }
}
