import Vocabulary

extension ByteWalk {
    /// `2024-06-27 00:00:07.369 CEST`, `2025-01-01T00:00:00,5+02:00`, `…Z`; without a zone, the given one. Seconds may
    /// have any number of digits behind the point; what is finer than milliseconds is dropped.
    mutating func isoTime(zone: LogZone) -> Timestamp? {
        guard let year = digits(4), skip("-"), let month = digits(2), skip("-"), let day = digits(2) else { return nil }
        guard skip("T") || skip("t") || skip(" "), let clock = clock() else { return nil }
        let before = position
        _ = skip(" ")
        let zoneOffset = self.zone()
        if zoneOffset == nil { position = before }
        return timestamp(year, month, day, clock, zoneOffset, zone)
    }

    /// `17/May/2015:10:05:03 +0000`.
    mutating func commonLogTime() -> Timestamp? {
        guard let day = digits(2), skip("/"), let month = monthName(), skip("/"), let year = digits(4), skip(":") else {
            return nil
        }
        guard let clock = clock(), skip(" "), let offset = zone() else { return nil }
        return timestamp(year, month, day, clock, offset, .utc)
    }

    /// `Feb 11 13:15:39` (RFC 3164 §4.1.2): of the year that puts it at most a day behind `now`… or less than a year
    /// before.
    mutating func bsdTime(zone: LogZone, now: Timestamp) -> Timestamp? {
        guard let month = monthName(), skip(" ") else { return nil }
        _ = skip(" ")
        guard let day = digits(2) ?? digits(1), skip(" "), let clock = clock() else { return nil }
        let year = CivilDate(days: Int(now.day)).components.year
        for candidate in [year + 1, year, year - 1] {
            let time = timestamp(candidate, month, day, clock, nil, zone)
            if let time, time <= now.adding(days: 1) { return time }
        }
        return nil
    }

    /// Seconds since 1970 with a fraction, as `1583955643.123`; or milliseconds, when there are 13 digits.
    mutating func epochTime() -> Timestamp? {
        let whole = take(while: \.isDigit)
        guard !whole.isEmpty, whole.count <= 16, let number = Int64(text(whole)) else { return nil }
        if whole.count >= 16 { return Timestamp(believed: number / 1_000) }
        if whole.count >= 13 { return Timestamp(believed: number) }
        return Timestamp(believed: number * 1_000 + (fraction(".") ?? 0))
    }

    private typealias Clock = (seconds: Int64, milliseconds: Int64)

    /// `10:05:03`, and what stands behind the seconds' point or comma. A leap second counts as the second after it.
    private mutating func clock() -> Clock? {
        guard let hour = digits(2), skip(":"), let minute = digits(2), hour < 24, minute < 60 else { return nil }
        guard skip(":"), let second = digits(2), second <= 60 else { return nil }
        let seconds = Int64(hour * 3_600 + minute * 60 + second)
        return (seconds, fraction(".") ?? fraction(",") ?? 0)
    }

    private mutating func fraction(_ point: Unicode.Scalar) -> Int64? {
        guard peek == UInt8(ascii: point), peek(1)?.isDigit == true, skip(point) else { return nil }
        var (milliseconds, unit): (Int64, Int64) = (0, 100)
        for index in take(while: \.isDigit) {
            milliseconds += Int64(bytes[index] & 15) * unit
            unit /= 10
        }
        return milliseconds
    }

    /// `Z`, `+0200`, `+02:00`, `+02`, `CEST`: seconds east of Greenwich. Nil, and no step, for others.
    mutating func zone() -> Int64? {
        let start = position
        if let sign = peek, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
            position += 1
            if let hours = digits(2), hours <= 18 {
                let minutes = skip(":") ? digits(2) : peek?.isDigit == true ? digits(2) : 0
                if let minutes, minutes < 60 {
                    let offset = Int64(hours * 3_600 + minutes * 60)
                    return sign == UInt8(ascii: "-") ? -offset : offset
                }
            }
        } else {
            let word = take { $0.isLetter }
            if word.count <= 5, let hours = LogZone.abbreviations[text(word).uppercased()] { return hours * 3_600 }
        }
        position = start
        return nil
    }

    private mutating func monthName() -> Int? {
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard let place = names.firstIndex(where: { starts(with: $0.utf8) }) else { return nil }
        position += 3
        return place + 1
    }

    private func timestamp(
        _ year: Int, _ month: Int, _ day: Int, _ clock: Clock, _ offset: Int64?, _ zone: LogZone
    ) -> Timestamp? {
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        guard date.components.month == month else { return nil }
        let local = Int64(date.days) * 86_400 + clock.seconds
        return Timestamp(milliseconds: (local - (offset ?? zone.offset(atLocal: local))) * 1_000 + clock.milliseconds)
    }
}

extension Timestamp {
    /// Reads a time of a log, in any of the forms that ``ByteWalk`` knows; nil when it is none, or more follows.
    init?(log text: String, zone: LogZone = .utc) {
        guard text.utf8.count <= 64 else { return nil }
        var walk = ByteWalk(Array(text.utf8))
        let slash = walk.peek(2) == UInt8(ascii: "/")
        let hyphen = walk.peek(4) == UInt8(ascii: "-")
        let time = slash ? walk.commonLogTime() : hyphen ? walk.isoTime(zone: zone) : walk.epochTime()
        guard let time, walk.isAtEnd else { return nil }
        self = time
    }

    /// Milliseconds since 1970 of the years 0 to 9999; nil for others, which no log means.
    init?(believed milliseconds: Int64) {
        guard (-62_167_219_200_000...253_402_300_799_999).contains(milliseconds) else { return nil }
        self.init(milliseconds: milliseconds)
    }
}
