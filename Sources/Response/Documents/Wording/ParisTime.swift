import Vocabulary

/// A moment as clocks in Paris show it.
///
/// Central European Time, an hour ahead of UTC, two from the last Sunday of March to the last of October, both at
/// 01:00 UTC (Directive 2000/84/EC); computed, so that documents do not depend on a machine's time zone tables.
struct ParisTime: Hashable, Sendable {
    let date: CivilDate
    let hour: Int
    let minute: Int

    init(_ moment: Timestamp) {
        let local = moment.adding(seconds: ParisTime.isSummer(moment) ? 7200 : 3600)
        date = CivilDate(days: Int(local.day))
        let inDay = Int(local.seconds - local.day * 86_400)
        (hour, minute) = (inDay / 3600, inDay / 60 % 60)
    }

    private static func isSummer(_ moment: Timestamp) -> Bool {
        let year = CivilDate(days: Int(moment.day)).components.year
        let (start, end) = (change(year, month: 3), change(year, month: 10))
        return moment >= start && moment < end
    }

    /// 01:00 UTC of the last Sunday of a month of 31 days.
    private static func change(_ year: Int, month: Int) -> Timestamp {
        let last = CivilDate(year: year, month: month, day: 31)
        let sunday = last.adding(-(last.weekday % 7))
        return Timestamp(seconds: Int64(sunday.days) * 86_400 + 3600)
    }
}
