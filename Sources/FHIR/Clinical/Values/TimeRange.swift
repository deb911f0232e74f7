/// The time that a date means, from its first microsecond to the one after its last (R4, search, date): a year, a day,
/// a second; or a period, open where it has no start or end.
struct TimeRange: Sendable, Hashable {
    /// Microseconds since 1970-01-01T00:00:00Z; `min` when there is no start.
    var low: Int64
    /// The first microsecond after it; `max` when there is no end.
    var high: Int64

    init(low: Int64, high: Int64) { (self.low, self.high) = (low, high) }

    /// Whether the other lies in it from end to end.
    func contains(_ other: TimeRange) -> Bool { low <= other.low && other.high <= high }

    /// Whether they have a moment in common.
    func overlaps(_ other: TimeRange) -> Bool { low < other.high && other.low < high }

    /// A tenth of the way from a moment wider, either way.
    func widened(from now: Int64) -> TimeRange {
        let gap = max(now.subtractingReportingOverflow(low).partialValue.magnitude / 10, 0)
        let step = Int64(clamping: gap)
        let (below, above) = (low.subtractingReportingOverflow(step), high.addingReportingOverflow(step))
        return TimeRange(
            low: below.overflow ? .min : below.partialValue, high: above.overflow ? .max : above.partialValue)
    }
}

extension TimeRange {
    /// From the start of the one to the end of the other; nil without either.
    init?(from start: TimeRange?, to end: TimeRange?) {
        guard start != nil || end != nil else { return nil }
        self.init(low: start?.low ?? .min, high: end?.high ?? .max)
    }

    /// From the first to the last; nil for none.
    init?(spanning ranges: [TimeRange]) {
        guard let first = ranges.first else { return nil }
        self = ranges.dropFirst().reduce(first) {
            TimeRange(low: min($0.low, $1.low), high: max($0.high, $1.high))
        }
    }
}

extension TimeRange: Comparable {
    /// By start, then by end.
    static func < (a: TimeRange, b: TimeRange) -> Bool { (a.low, a.high) < (b.low, b.high) }
}
