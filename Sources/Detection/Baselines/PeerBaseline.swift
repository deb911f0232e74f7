import Vocabulary

/// What is known of a peer group and measure: how high the days of its accounts were, as a histogram that forgets half
/// in 30 days.
///
/// An account counts once a day, with the greatest of that day, so that a busy one does not outweigh the others.
struct PeerBaseline: Hashable, Sendable {
    /// Two bins an octave, to 2⁴³.
    static let bins = 88
    var weights = [Float](repeating: 0, count: bins)
    var since: Int
    var day: Int
    /// No limit of the group is higher; it rises freely in the first days, then by the growth of the options and no
    /// faster.
    var ceiling: Double

    init(day: Int, start: Double) { (since, self.day, ceiling) = (day, day, start) }

    /// Takes in an account's day.
    mutating func learn(_ value: Double) {
        weights[PeerBaseline.bin(min(value, ceiling * 4))] += 1
    }

    /// The limit: so many times the value below which 99 of 100 days of accounts are.
    func limit(_ measure: BaselineMeasure, _ options: BaselineOptions) -> Double { max(measure.floor, ceiling) }

    /// Goes on to a day.
    mutating func advance(to next: Int, _ measure: BaselineMeasure, _ options: BaselineOptions) {
        guard next > day else { return }
        let passed = next - day
        let kept = Float(1 / Growth.over(days: passed, daily: Growth.daily(2)))
        for bin in weights.indices { weights[bin] *= kept }
        let total = weights.reduce(0, +)
        let isYoung = next - since <= options.peerDays
        let reason = total < 5 ? measure.start : options.margin * quantile(0.99)
        let grown = ceiling * Growth.over(days: passed, daily: Growth.daily(options.growth))
        ceiling = isYoung ? max(measure.start, reason) : max(measure.floor, min(grown, reason))
        day = next
    }

    private func quantile(_ share: Float) -> Double {
        let total = weights.reduce(0, +)
        var sum: Float = 0
        for bin in weights.indices {
            sum += weights[bin]
            if sum >= total * share { return PeerBaseline.top(bin) }
        }
        return PeerBaseline.top(PeerBaseline.bins - 1)
    }

    /// Bin 0 is 0; then half-octaves from 1 on.
    static func bin(_ value: Double) -> Int {
        guard value >= 1, value.isFinite else { return value > 0 && !value.isFinite ? bins - 1 : 0 }
        let octave = Int(value.exponent)
        let half = value.significand >= 1.414_213_562 ? 1 : 0
        return min(bins - 1, 1 + octave * 2 + half)
    }

    /// The highest value of a bin.
    static func top(_ bin: Int) -> Double {
        guard bin > 0 else { return 0 }
        let octave = Double(sign: .plus, exponent: (bin - 1) / 2, significand: 1)
        return (bin - 1).isMultiple(of: 2) ? octave * 1.414_213_562 : octave * 2
    }
}
