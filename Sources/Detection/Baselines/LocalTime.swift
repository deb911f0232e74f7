import Vocabulary

/// Which hour of which day it is where people work.
public enum LocalTime: Hashable, Sendable {
    /// Coordinated universal time.
    case utc
    /// Metropolitan France: an hour ahead of UTC, two between the last Sundays of March and October, 01:00 UTC
    /// (directive 2000/84/EC).
    case paris
    /// So many minutes ahead of UTC.
    case fixed(minutes: Int)

    /// The local day and the hour in it.
    public func place(of moment: Timestamp) -> (day: CivilDate, hour: Int) {
        let seconds = moment.seconds &+ offset(at: moment)
        let day = Timestamp(seconds: min(max(seconds, -1 << 50), 1 << 50)).day
        return (CivilDate(days: Int(day)), Int((seconds &- day &* 86_400) / 3_600))
    }

    private func offset(at moment: Timestamp) -> Int64 {
        switch self {
        case .utc: return 0
        case .fixed(let minutes): return Int64(min(max(minutes, -1_440), 1_440)) * 60
        case .paris:
            let year = CivilDate(days: Int(moment.day)).components.year
            let isSummer = LocalTime.change(year, 3) <= moment.seconds && moment.seconds < LocalTime.change(year, 10)
            return isSummer ? 7_200 : 3_600
        }
    }

    /// The second at which the clocks change: 01:00 UTC of the month's last Sunday.
    private static func change(_ year: Int, _ month: Int) -> Int64 {
        let last = CivilDate(year: year, month: month, day: 31)
        return Int64(last.days - last.weekday % 7) * 86_400 + 3_600
    }
}
