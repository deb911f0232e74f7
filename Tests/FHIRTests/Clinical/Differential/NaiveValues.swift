import Foundation
import JSONTree

/// Reading values in the plainest way that can be thought of; slow, and with nothing in common with what it checks.
enum Naive {
    /// All values behind some keys, lists opened.
    static func walk(_ value: JSONValue, _ keys: [String]) -> [JSONValue] {
        if case .array(let items) = value { return items.flatMap { walk($0, keys) } }
        guard let key = keys.first else { return [value] }
        guard case .object(let object) = value else { return [] }
        return object.members.filter { $0.key == key }.flatMap { walk($0.value, Array(keys.dropFirst())) }
    }

    static func texts(_ value: JSONValue, _ path: String) -> [String] {
        walk(value, path.split(separator: ".").map(String.init)).compactMap { value in
            if case .string(let text) = value { text } else { nil }
        }
    }

    static func fold(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }

    /// Pieces of a value of a query, escapes kept.
    static func split(_ text: String, _ separator: Character) -> [String] {
        var (pieces, isEscaped) = ([""], false)
        for character in text {
            if character == separator, !isEscaped {
                pieces.append("")
            } else {
                pieces[pieces.count - 1].append(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        return pieces
    }

    static func plain(_ text: String) -> String {
        var (out, isEscaped) = ("", false)
        for character in text {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                out.append(character)
                isEscaped = false
            }
        }
        return out
    }

    // MARK: Numbers

    static let most = Decimal(sign: .plus, exponent: 28, significand: 1)
    static let least = Decimal(sign: .minus, exponent: 28, significand: 1)
    static let hair = Decimal(sign: .plus, exponent: -9, significand: 1)

    static func number(_ value: JSONValue?) -> Decimal? {
        guard case .number(let number)? = value else { return nil }
        return Decimal(string: number.text, locale: Locale(identifier: "en_US_POSIX"))
    }

    /// Half a unit of the last digit written.
    static func half(_ text: String) -> Decimal {
        let parts = text.lowercased().split(separator: "e").map(String.init)
        let fraction = parts[0].split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        return Decimal(sign: .plus, exponent: exponent - fraction - 1, significand: 5)
    }

    /// `[prefix]number` against all numbers from `low` to `high`.
    static func matches(_ text: String, low: Decimal, high: Decimal) -> Bool {
        let (prefix, digits) = prefixed(text)
        guard let value = Decimal(string: digits, locale: Locale(identifier: "en_US_POSIX")) else { return false }
        let (from, to) = (value - half(digits), value + half(digits))
        let tenth = abs(value) / 10
        switch prefix {
        case "ne": return !(low >= from && high < to)
        case "gt": return high > value
        case "ge": return high >= value
        case "lt": return low < value
        case "le": return low <= value
        case "sa": return low > value
        case "eb": return high < value
        case "ap": return high >= min(from, value - tenth) && low <= max(to, value + tenth)
        default: return low >= from && high < to
        }
    }

    static func prefixed(_ text: String) -> (String, String) {
        let prefixes = ["eq", "ne", "gt", "ge", "lt", "le", "sa", "eb", "ap"]
        let start = String(text.prefix(2))
        return prefixes.contains(start) ? (start, String(text.dropFirst(2))) : ("eq", text)
    }
}
