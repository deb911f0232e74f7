import Vocabulary

extension Timestamp {
    /// Reads the moments that logs hold: seconds or milliseconds since 1970, or `2026-11-27T08:12:37.5+01:00` with `T`
    /// or a space, and without an offset in UTC. Nil for anything else.
    public init?(logged text: String) {
        guard text.utf8.count <= 40 else { return nil }
        if let number = Double(text) {
            guard number.isFinite, abs(number) < 1e16 else { return nil }
            self.init(milliseconds: Int64(abs(number) < 1e11 ? (number * 1_000).rounded() : number.rounded()))
            return
        }
        let bytes = Array(text.utf8)
        guard bytes.count >= 19, [84, 116, 32].contains(bytes[10]), let date = CivilDate(logged: bytes) else {
            return nil
        }
        func two(_ at: Int) -> Int64? { Timestamp.number(bytes, at, 2) }
        guard bytes[13] == 58, bytes[16] == 58, let hour = two(11), hour < 24, let minute = two(14), minute < 60,
            let second = two(17), second < 61
        else { return nil }
        var at = 19
        let fraction = Timestamp.fraction(bytes, &at)
        guard let offset = Timestamp.offset(bytes[at...]) else { return nil }
        let seconds = Int64(date.days) * 86_400 + hour * 3_600 + minute * 60 + second - offset
        self.init(milliseconds: seconds * 1_000 + fraction)
    }

    static func number(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int64? {
        guard at >= 0, at + count <= bytes.count else { return nil }
        var value: Int64 = 0
        for byte in bytes[at..<at + count] {
            guard byte &- 48 < 10 else { return nil }
            value = value * 10 + Int64(byte - 48)
        }
        return value
    }

    private static func fraction(_ bytes: [UInt8], _ at: inout Int) -> Int64 {
        guard at < bytes.count, bytes[at] == 46 || bytes[at] == 44 else { return 0 }
        var (value, scale): (Int64, Int64) = (0, 1_000)
        at += 1
        while at < bytes.count, bytes[at] &- 48 < 10 {
            if scale > 1 {
                scale /= 10
                value += Int64(bytes[at] - 48) * scale
            }
            at += 1
        }
        return value
    }

    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int64? {
        let text = bytes.drop { $0 == 32 }.filter { $0 != 58 }
        guard let sign = text.first else { return 0 }
        if text == [90] || text == [122] || text.elementsEqual("UTC".utf8) || text.elementsEqual("GMT".utf8) {
            return 0
        }
        guard sign == 43 || sign == 45, text.count == 3 || text.count == 5, let hours = number(text, 1, 2) else {
            return nil
        }
        guard let minutes = text.count == 5 ? number(text, 3, 2) : 0, hours < 24, minutes < 60 else { return nil }
        return (hours * 3_600 + minutes * 60) * (sign == 45 ? -1 : 1)
    }

    /// A part of the moment in UTC.
    func part(_ part: ValueTest.DatePart) -> Int {
        let date = CivilDate(days: Int(day))
        let second = Int(seconds - day * 86_400)
        return switch part {
        case .minute: second / 60 % 60
        case .hour: second / 3_600
        case .day: date.components.day
        case .week: date.week
        case .month: date.components.month
        case .year: date.components.year
        }
    }
}

extension CivilDate {
    /// Reads `YYYY-MM-DD` or `YYYY/MM/DD` at the beginning.
    fileprivate init?(logged bytes: [UInt8]) {
        guard let year = Timestamp.number(bytes, 0, 4), let month = Timestamp.number(bytes, 5, 2),
            let day = Timestamp.number(bytes, 8, 2), (1...12).contains(month), (1...31).contains(day),
            bytes[4] == bytes[7], bytes[4] == 45 || bytes[4] == 47
        else { return nil }
        self.init(year: Int(year), month: Int(month), day: Int(day))
    }

    /// The week's number by ISO 8601: week 1 holds the year's first Thursday.
    fileprivate var week: Int {
        let thursday = adding(4 - weekday)
        let first = CivilDate(year: thursday.components.year, month: 1, day: 1)
        return (thursday.days - first.days) / 7 + 1
    }
}
