/// How a value of a resource stands to the value searched for (R4, search, prefixes).
enum SearchPrefix: String, CaseIterable, Sendable {
    case eq, ne, gt, lt, ge, le, sa, eb, ap

    /// The prefix of a value and what follows it, `eq` where there is none; nil for a word that is no prefix.
    static func take(_ text: Substring) -> (SearchPrefix, Substring)? {
        guard let first = text.utf8.first, (first | 0x20) &- UInt8(ascii: "a") < 26 else { return (.eq, text) }
        return SearchPrefix(rawValue: String(text.prefix(2))).map { ($0, text.dropFirst(2)) }
    }
}
