/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
struct CivilDay: Hashable, Sendable {
    /// Days since 1970-01-01.
    let number: Int64

    init(number: Int64) { self.number = number }

    /// Counts the days to a date; days beyond the month's end run on into the next.
    init(year: Int64, month: Int64, day: Int64) {
        // Years begin in March here, so that the leap day is the last of one.
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Year, month and day.
    var parts: (year: Int64, month: Int64, day: Int64) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
        return (year, month < 10 ? month + 3 : month - 9, dayOfYear - (153 * month + 2) / 5 + 1)
    }

    /// `YYYY-MM-DD`.
    var text: String {
        let parts = parts
        var text = ""
        text.reserveCapacity(32)
        text.append(parts.year, padded: 4)
        text.append("-")
        text.append(parts.month, padded: 2)
        text.append("-")
        text.append(parts.day, padded: 2)
        return text
    }
}

extension String {
    /// Appends a number in decimal, with zeros before it up to `count` digits.
    mutating func append(_ number: Int64, padded count: Int) {
        let digits = String(number)
        for _ in 0..<max(0, count - digits.utf8.count) { append("0") }
        append(digits)
    }
}
