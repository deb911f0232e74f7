/// A number searched for (R4, search, number).
struct NumberMatch: Sendable {
    let prefix: SearchPrefix
    let value: ExactDecimal
    /// What the number stands for by the digits it is written with.
    let low: ExactDecimal
    let high: ExactDecimal

    /// Reads `[prefix]number`.
    init?(_ text: Substring) {
        guard let (prefix, rest) = SearchPrefix.take(text), let number = DecimalText(String(rest)),
            let implied = number.implied
        else { return nil }
        (self.prefix, value, low, high) = (prefix, number.value, implied.low, implied.high)
    }

    /// Whether a value of a resource matches.
    func matches(_ range: DecimalRange) -> Bool {
        switch prefix {
        case .eq: isInside(range)
        case .ne: !isInside(range)
        case .gt: range.reachesAbove(value, orAt: false)
        case .ge: range.reachesAbove(value, orAt: true)
        case .lt: range.reachesBelow(value, orAt: false)
        case .le: range.reachesBelow(value, orAt: true)
        case .sa: !range.reachesBelow(value, orAt: true)
        case .eb: !range.reachesAbove(value, orAt: true)
        case .ap: isNear(range)
        }
    }

    /// Whether all that the value may mean would be rounded to the number.
    private func isInside(_ range: DecimalRange) -> Bool {
        guard let least = range.low, let most = range.high else { return false }
        return least >= low && (most < high || (most == high && range.isBelowHigh))
    }

    /// Within a tenth of the number, or what it stands for if that is more.
    private func isNear(_ range: DecimalRange) -> Bool {
        let ends = [value.tenths(9), value.tenths(11)].sorted()
        return range.reachesAbove(min(ends[0], low), orAt: true) && range.reachesBelow(max(ends[1], high), orAt: true)
    }
}
