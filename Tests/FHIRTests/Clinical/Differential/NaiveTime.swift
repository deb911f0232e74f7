import Foundation
import JSONTree

extension Naive {
    /// From the first microsecond to the one after the last.
    typealias Span = (from: Int, to: Int)
    static let never = Int.max / 4

    static func isLeap(_ year: Int) -> Bool { (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 }

    static func daysIn(_ month: Int, _ year: Int) -> Int {
        [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// Days since 1970, counted year by year and month by month.
    static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        var days = day - 1
        for earlier in 1..<max(month, 1) where earlier < month { days += daysIn(earlier, year) }
        if year >= 1970 { for other in 1970..<year { days += isLeap(other) ? 366 : 365 } }
        if year < 1970 { for other in year..<1970 { days -= isLeap(other) ? 366 : 365 } }
        return days
    }

    static func time(_ text: String) -> Span? {
        let halves = text.split(separator: "T").map(String.init)
        guard let first = halves.first else { return nil }
        let date = first.split(separator: "-").compactMap { Int($0) }
        let second = 1_000_000
        let day = 86_400 * second
        switch (date.count, halves.count) {
        case (1, 1): return (days(date[0], 1, 1) * day, days(date[0] + 1, 1, 1) * day)
        case (2, 1):
            let from = days(date[0], date[1], 1)
            return (from * day, (from + daysIn(date[1], date[0])) * day)
        case (3, 1): return (days(date[0], date[1], date[2]) * day, (days(date[0], date[1], date[2]) + 1) * day)
        case (3, 2):
            var clock = halves[1]
            var zone = 0
            if clock.hasSuffix("Z") { clock.removeLast() }
            if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
                let parts = clock[clock.index(after: sign)...].split(separator: ":").compactMap { Int($0) }
                zone = (parts[0] * 60 + parts[1]) * (clock[sign] == "-" ? -1 : 1)
                clock = String(clock[..<sign])
            }
            let parts = clock.split(separator: ":").map(String.init)
            var from =
                days(date[0], date[1], date[2]) * day + ((Int(parts[0]) ?? 0) * 60 + (Int(parts[1]) ?? 0) - zone) * 60
                * second
            guard parts.count > 2 else { return (from, from + 60 * second) }
            let seconds = parts[2].split(separator: ".").map(String.init)
            from += (Int(seconds[0]) ?? 0) * second
            guard seconds.count > 1 else { return (from, from + second) }
            let digits = String(seconds[1].prefix(6))
            let unit = Int(pow(10.0, Double(6 - digits.count)))
            return (from + (Int(digits) ?? 0) * unit, from + (Int(digits) ?? 0) * unit + unit)
        default: return nil
        }
    }

    static func period(_ value: JSONValue) -> Span? {
        let start = texts(value, "start").first.flatMap(time)
        let end = texts(value, "end").first.flatMap(time)
        if start == nil && end == nil { return nil }
        return (start?.from ?? -never, end?.to ?? never)
    }

    static func timing(_ value: JSONValue) -> Span? {
        let spans = texts(value, "event").compactMap(time) + walk(value, ["repeat", "boundsPeriod"]).compactMap(period)
        guard !spans.isEmpty else { return nil }
        return (spans.map(\.from).min() ?? 0, spans.map(\.to).max() ?? 0)
    }

    /// `[prefix]date` against a span; `now` in microseconds.
    static func matches(_ text: String, _ value: Span, now: Int) -> Bool {
        let (prefix, date) = prefixed(text)
        guard let wanted = time(date) else { return false }
        let isWithin = value.from >= wanted.from && value.to <= wanted.to
        switch prefix {
        case "ne": return !isWithin
        case "gt": return value.to > wanted.to
        case "ge": return value.to > wanted.to || isWithin
        case "lt": return value.from < wanted.from
        case "le": return value.from < wanted.from || isWithin
        case "sa": return value.from >= wanted.to
        case "eb": return value.to <= wanted.from
        case "ap":
            let step = abs(now - wanted.from) / 10
            return value.from < wanted.to + step && value.to > wanted.from - step
        default: return isWithin
        }
    }
}
