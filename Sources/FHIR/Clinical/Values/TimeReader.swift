import Vocabulary

/// Reads `YYYY[-MM[-DD[Thh:mm[:ss[.f…]][Z|±hh:mm]]]]` into the time it means.
struct TimeReader {
    private let bytes: [UInt8]
    private var position = 0

    /// The time; nil for other text and for days that are in no calendar. A text without a zone is read in the one
    /// that is `zone` minutes ahead of UTC; fractions of a second count to the microsecond.
    static func read(_ text: String, zone: Int = 0) -> TimeRange? {
        guard text.utf8.count <= 64 else { return nil }
        var reader = TimeReader(bytes: Array(text.utf8))
        return reader.range(zone)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func range(_ zone: Int) -> TimeRange? {
        guard let year = number(4), year > 0 else { return nil }
        guard take("-") else { return days(TimeReader.day(year, 1, 1), TimeReader.day(year + 1, 1, 1), zone) }
        guard let month = number(2), (1...12).contains(month) else { return nil }
        let next = month == 12 ? TimeReader.day(year + 1, 1, 1) : TimeReader.day(year, month + 1, 1)
        guard take("-") else { return days(TimeReader.day(year, month, 1), next, zone) }
        guard let day = number(2), day > 0 else { return nil }
        let start = TimeReader.day(year, month, 1) + day - 1
        guard start < next else { return nil }
        guard take("T") else { return days(start, start + 1, zone) }
        return time(start, zone)
    }

    private func days(_ first: Int, _ next: Int, _ zone: Int) -> TimeRange? {
        guard position == bytes.count else { return nil }
        let ahead = Int64(zone) * 60_000_000
        return TimeRange(low: Int64(first) * 86_400_000_000 - ahead, high: Int64(next) * 86_400_000_000 - ahead)
    }

    private mutating func time(_ day: Int, _ zone: Int) -> TimeRange? {
        guard let hour = number(2), hour < 24, take(":"), let minute = number(2), minute < 60 else { return nil }
        var start = (Int64(day) * 1440 + Int64(hour * 60 + minute)) * 60_000_000
        var length: Int64 = 60_000_000
        if take(":") {
            guard let second = number(2), second <= 60 else { return nil }
            start += Int64(second) * 1_000_000
            length = 1_000_000
            if take(".") {
                guard let fraction = fraction(&length) else { return nil }
                start += fraction
            }
        }
        guard let ahead = offset(zone), position == bytes.count else { return nil }
        start -= Int64(ahead) * 60_000_000
        return TimeRange(low: start, high: start + length)
    }

    /// Microseconds of a fraction, and how long one of its last digit lasts.
    private mutating func fraction(_ length: inout Int64) -> Int64? {
        let start = position
        var value: Int64 = 0
        while position < bytes.count, PrimitiveKind.isDigit(bytes[position]) {
            if length > 1 {
                length /= 10
                value += Int64(bytes[position] - UInt8(ascii: "0")) * length
            }
            position += 1
        }
        return position > start ? value : nil
    }

    private mutating func offset(_ zone: Int) -> Int? {
        guard position < bytes.count else { return zone }
        if take("Z") { return 0 }
        let isBehind = bytes[position] == UInt8(ascii: "-")
        guard take("+") || take("-"), let hours = number(2), hours <= 14, take(":"), let minutes = number(2),
            minutes < 60
        else { return nil }
        return isBehind ? -(hours * 60 + minutes) : hours * 60 + minutes
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: sign) else { return false }
        position += 1
        return true
    }

    private mutating func number(_ digits: Int) -> Int? {
        guard position + digits <= bytes.count else { return nil }
        var value = 0
        for index in position..<position + digits {
            guard PrimitiveKind.isDigit(bytes[index]) else { return nil }
            value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
        }
        position += digits
        return value
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
        CivilDate(year: year, month: month, day: day).days
    }
}
