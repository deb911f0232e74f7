/// A date searched for (R4, search, date): the time it means against the time that a value means.
struct DateMatch: Sendable {
    let prefix: SearchPrefix
    let range: TimeRange

    /// Reads `[prefix]date`; `now` is what `ap` measures from.
    init?(_ text: Substring, zone: Int, now: Int64) {
        guard let (prefix, rest) = SearchPrefix.take(text), let range = TimeReader.read(String(rest), zone: zone) else {
            return nil
        }
        self.prefix = prefix
        self.range = prefix == .ap ? range.widened(from: now) : range
    }

    /// Whether a value of a resource matches.
    func matches(_ value: TimeRange) -> Bool {
        switch prefix {
        case .eq: range.contains(value)
        case .ne: !range.contains(value)
        case .gt: value.high > range.high
        case .ge: value.high > range.high || range.contains(value)
        case .lt: value.low < range.low
        case .le: value.low < range.low || range.contains(value)
        case .sa: value.low >= range.high
        case .eb: value.high <= range.low
        case .ap: range.overlaps(value)
        }
    }
}
