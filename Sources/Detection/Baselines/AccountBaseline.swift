import Vocabulary

/// What is known of one account and measure: constant in size.
struct AccountBaseline: Hashable, Sendable {
    /// The greatest measures.
    var ring: DayRing
    /// The first day seen.
    var since: Int
    /// Days on which something was seen, to 60,000.
    var activeDays: UInt16 = 0
    /// No limit of this account is higher. It rises by the growth of the options and no faster, and falls at once.
    var ceiling: Double
    /// The day of the ceiling.
    var ceilingDay: Int
    /// What people have said is in order.
    var accepted: Double = 0
    /// The last day for which they did.
    var acceptedDay = 0

    init(day: Int, ceiling: Double) {
        (ring, since, self.ceiling, ceilingDay) = (DayRing(latest: day), day, ceiling, day)
    }

    /// Whether its own past is enough to judge by.
    func isMature(_ day: Int, _ options: BaselineOptions) -> Bool {
        day - since >= options.days && activeDays >= 5
            && ring.past(before: day).contains { day in
                ring.greatest(day: day).code > 0
            }
    }

    /// The second-highest day before this one, among the days that are asked for: one odd day does not count.
    func second(before day: Int, from block: Int = 0, count: Int = DayRing.blocks, where isAsked: (Int) -> Bool)
        -> Double
    {
        var (highest, second) = (CompactCount(code: 0), CompactCount(code: 0))
        for past in ring.past(before: day) where isAsked(past) {
            let value = ring.greatest(day: past, from: block, count: count)
            if value > highest { (highest, second) = (value, highest) } else if value > second { second = value }
        }
        return second.value
    }

    /// The highest day before this one.
    func highest(before day: Int) -> Double {
        ring.past(before: day).map { ring.greatest(day: $0).value }.max() ?? 0
    }
}
