import Vocabulary

extension AccountBaseline {
    /// A moment, as baselines see it.
    struct Moment {
        let day: Int
        let block: Int
        let isRest: Bool

        init(_ time: Timestamp, _ options: BaselineOptions) {
            let (date, hour) = options.zone.place(of: time)
            (day, block, isRest) = (date.days, min(max(0, hour / 4), DayRing.blocks - 1), options.isRestDay(date))
        }
    }

    /// Goes on to a day: the ceiling rises as far as it may, and no further than the past or the peers give reason for.
    mutating func advance(to day: Int, peerLimit: Double, _ measure: BaselineMeasure, _ options: BaselineOptions) {
        guard day > ceilingDay else { return }
        let grown = ceiling * Growth.over(days: day - ceilingDay, daily: Growth.daily(options.growth))
        ring.advance(to: day)
        ceiling = max(measure.floor, min(grown, reason(day, peerLimit: peerLimit, options)))
        if day <= acceptedDay { ceiling = max(ceiling, accepted) }
        ceilingDay = day
    }

    /// The limit that the whole past gives reason for: its own, or the peers' as long as that is short.
    private func reason(_ day: Int, peerLimit: Double, _ options: BaselineOptions) -> Double {
        let own = options.margin * second(before: day) { _ in true }
        return isMature(day, options) ? own : max(own, peerLimit)
    }

    /// The limit at a moment: by the days of the same kind and the blocks around, never above the ceiling.
    func limit(at moment: Moment, peerLimit: Double, _ measure: BaselineMeasure, _ options: BaselineOptions) -> Double {
        let floor = moment.day <= acceptedDay ? max(measure.floor, accepted) : measure.floor
        guard isMature(moment.day, options) else { return max(floor, min(ceiling, peerLimit)) }
        let before = (moment.block + DayRing.blocks - 1) % DayRing.blocks
        let same = second(before: moment.day, from: before, count: 3) { day in
            options.isRestDay(CivilDate(days: day)) == moment.isRest
        }
        let all = second(before: moment.day) { _ in true }
        let seasonal = options.margin * max(same, all * options.unseenShare)
        return max(floor, min(ceiling, seasonal))
    }

    /// People say that so much is in order for 30 days from a day on; what is seen meanwhile is learned.
    mutating func accept(_ value: Double, from day: Int) {
        (accepted, acceptedDay) = (value, day + 30)
        ceiling = max(ceiling, value)
    }

    /// Takes in a measure; what is above the limit counts as the limit.
    mutating func learn(_ value: Double, at moment: Moment, limit: Double) {
        let wasSeen = ring.greatest(day: moment.day).code > 0
        ring.record(min(value, limit), day: moment.day, block: moment.block)
        if !wasSeen, value > 0, activeDays < 60_000 { activeDays += 1 }
    }
}
