import Vocabulary

/// A date or a date with time, as far as it goes: enough to tell whether one is after another.
struct Moment {
    private let year: Int
    private let month: Int?
    private let day: Int?
    /// Seconds since 1970 in UTC, and nanoseconds, when it goes to the second.
    private let instant: (seconds: Int, nanoseconds: Int)?

    /// Takes a text of the form of `dateTime`; nil otherwise.
    init?(_ text: String) {
        let bytes = text.utf8.span
        guard DateForm(bytes).isDateTime else { return nil }
        year = Moment.number(bytes, 0, 4)
        month = bytes.count >= 7 ? Moment.number(bytes, 5, 2) : nil
        day = bytes.count >= 10 ? Moment.number(bytes, 8, 2) : nil
        instant = bytes.count >= 19 ? Moment.instant(bytes, year, month ?? 1, day ?? 1) : nil
    }

    /// Whether it is after the other whatever the parts are that either leaves out.
    ///
    /// Only one of them having a time, and so a zone, they must be more than a day apart.
    func isSurelyAfter(_ other: Moment) -> Bool {
        if let instant, let end = other.instant { return instant > end }
        if year != other.year { return year > other.year && apart(other) }
        guard let month, let otherMonth = other.month else { return false }
        if month != otherMonth { return month > otherMonth && apart(other) }
        guard let day, let otherDay = other.day else { return false }
        return day > otherDay && apart(other)
    }

    private func apart(_ other: Moment) -> Bool {
        guard (instant == nil) != (other.instant == nil) else { return true }
        // The one without time may be no more than a year or a month.
        guard let start = days(first: true), let end = other.days(first: false) else { return true }
        return start - end > 1
    }

    /// The first or last day that it may mean.
    private func days(first: Bool) -> Int? {
        let month = month ?? (first ? 1 : 12)
        return CivilDate(
            year: year, month: month, day: day ?? (first ? 1 : DateForm.length(of: month, in: year))
        ).days
    }

    private static func instant(_ text: Span<UInt8>, _ year: Int, _ month: Int, _ day: Int) -> (Int, Int) {
        var seconds = CivilDate(year: year, month: month, day: day).days * 86_400
        seconds += number(text, 11, 2) * 3600 + number(text, 14, 2) * 60 + number(text, 17, 2)
        var place = 19
        var (nanoseconds, unit) = (0, 100_000_000)
        if place < text.count, text[place] == UInt8(ascii: ".") {
            place += 1
            while place < text.count, PrimitiveKind.isDigit(text[place]) {
                nanoseconds += Int(text[place] - UInt8(ascii: "0")) * unit
                unit /= 10
                place += 1
            }
        }
        guard place + 6 <= text.count else { return (seconds, nanoseconds) }
        let offset = number(text, place + 1, 2) * 3600 + number(text, place + 4, 2) * 60
        return (text[place] == UInt8(ascii: "-") ? seconds + offset : seconds - offset, nanoseconds)
    }

    /// The number of so many digits, which were checked.
    private static func number(_ text: Span<UInt8>, _ start: Int, _ count: Int) -> Int {
        var value = 0
        for index in start..<min(start + count, text.count) {
            value = value * 10 + Int(text[index] &- UInt8(ascii: "0"))
        }
        return value
    }
}
