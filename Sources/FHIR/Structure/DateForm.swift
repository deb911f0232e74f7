/// Reads `YYYY[-MM[-DD[Thh:mm:ss[.fff](Z|±hh:mm)]]]` and says how far it went (R4, datatypes, date and time).
struct DateForm {
    private var parts = 0
    private var hasTime = false
    private var hasZone = false
    private var isWhole = false
    private var isTimeOnly = false

    /// A date, possibly partial.
    var isDate: Bool { isWhole && parts > 0 && !hasTime }
    /// A date, or a date with time and zone.
    var isDateTime: Bool { isDate || isInstant }
    /// A full date with time to the second and zone.
    var isInstant: Bool { isWhole && parts == 3 && hasTime && hasZone }
    /// A time of day without zone.
    var isTime: Bool { isWhole && isTimeOnly && !hasZone }

    init(_ text: Span<UInt8>) {
        var position = 0
        if text.count > 2, text[2] == UInt8(ascii: ":") {
            isTimeOnly = DateForm.readTime(text, &position)
            isWhole = position == text.count
            return
        }
        guard let year = DateForm.number(text, &position, 4, 1...9999) else { return }
        parts = 1
        var length = 31
        while parts < 3, DateForm.skip(text, &position, "-") {
            guard let value = DateForm.number(text, &position, 2, 1...(parts == 1 ? 12 : length)) else { return }
            if parts == 1 { length = DateForm.length(of: value, in: year) }
            parts += 1
        }
        if parts == 3, DateForm.skip(text, &position, "T") {
            guard DateForm.readTime(text, &position) else { return }
            hasTime = true
            hasZone = DateForm.readZone(text, &position)
        }
        isWhole = position == text.count
    }

    private static func readTime(_ text: Span<UInt8>, _ position: inout Int) -> Bool {
        guard number(text, &position, 2, 0...23) != nil, skip(text, &position, ":"),
            number(text, &position, 2, 0...59) != nil, skip(text, &position, ":"),
            number(text, &position, 2, 0...60) != nil
        else { return false }
        guard skip(text, &position, ".") else { return true }
        let start = position
        while position < text.count, PrimitiveKind.isDigit(text[position]) { position += 1 }
        return position > start
    }

    private static func readZone(_ text: Span<UInt8>, _ position: inout Int) -> Bool {
        if skip(text, &position, "Z") { return true }
        guard skip(text, &position, "+") || skip(text, &position, "-") else { return false }
        guard let hours = number(text, &position, 2, 0...14), skip(text, &position, ":") else { return false }
        return number(text, &position, 2, 0...(hours == 14 ? 0 : 59)) != nil
    }

    private static func skip(_ text: Span<UInt8>, _ position: inout Int, _ sign: Unicode.Scalar) -> Bool {
        guard position < text.count, text[position] == UInt8(ascii: sign) else { return false }
        position += 1
        return true
    }

    private static func number(
        _ text: Span<UInt8>, _ position: inout Int, _ digits: Int, _ range: ClosedRange<Int>
    ) -> Int? {
        guard position + digits <= text.count else { return nil }
        var value = 0
        for index in position..<position + digits {
            guard PrimitiveKind.isDigit(text[index]) else { return nil }
            value = value * 10 + Int(text[index] - UInt8(ascii: "0"))
        }
        position += digits
        return range.contains(value) ? value : nil
    }
}

/// The Gregorian calendar: a date must be one (R4, datatypes, date).
extension DateForm {
    /// How many days a month has.
    static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
