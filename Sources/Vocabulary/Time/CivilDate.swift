/// A day of the proleptic Gregorian calendar, without a time zone.
public struct CivilDate: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Days since 1970-01-01.
    public let days: Int

    /// Makes a date of the days since 1970-01-01.
    public init(days: Int) { self.days = days }

    /// Makes a date of year, month (1–12) and day (1–31); a day past the month's end runs on into the next month.
    ///
    /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
    public init(year: Int, month: Int, day: Int) {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Year, month and day (`civil_from_days` of the same source).
    public var components: (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// 1 for Monday to 7 for Sunday.
    public var weekday: Int { ((days + 3) % 7 + 7) % 7 + 1 }

    /// Another day, so many days later.
    public func adding(_ count: Int) -> CivilDate { CivilDate(days: days + count) }

    /// `YYYY-MM-DD`.
    public var description: String {
        let (year, month, day) = components
        var text = ""
        text.reserveCapacity(32)
        text.append(Int64(year), padded: 4)
        text.append("-")
        text.append(Int64(month), padded: 2)
        text.append("-")
        text.append(Int64(day), padded: 2)
        return text
    }

    /// Earlier is less.
    public static func < (a: CivilDate, b: CivilDate) -> Bool { a.days < b.days }
}

extension String {
    /// Appends a number in decimal, with zeros before it up to `count` digits.
    mutating func append(_ number: Int64, padded count: Int) {
        let digits = String(number)
        for _ in 0..<max(0, count - digits.utf8.count) { append("0") }
        append(digits)
    }
}
