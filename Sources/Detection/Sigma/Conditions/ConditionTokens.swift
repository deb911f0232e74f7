/// The words and parentheses of a condition.
struct ConditionTokens {
    /// One of them.
    enum Token: Hashable { case word(String), open, close }

    private(set) var tokens: [Token] = []

    init(_ text: String, place: RulePlace, limits: SigmaLimits) throws(RuleError) {
        guard text.utf8.count <= limits.conditionBytes else {
            throw place.refuse("bytes of a condition", costs: text.utf8.count, limit: limits.conditionBytes)
        }
        var word = ""
        for character in text.unicodeScalars {
            switch character {
            case "(", ")":
                take(&word)
                tokens.append(character == "(" ? .open : .close)
            case " ", "\t", "\n", "\r": take(&word)
            case "|":
                throw place.refuse(
                    "`|` is the old aggregation, which is no longer Sigma",
                    instead: "write a second document with `correlation:` (event_count, value_count, temporal)")
            default:
                guard ConditionTokens.isAllowed(character) else {
                    throw place.refuse(
                        "`\(character)` has no meaning in a condition", instead: "use names, and, or, not, of, ( )")
                }
                word.unicodeScalars.append(character)
            }
        }
        take(&word)
    }

    private mutating func take(_ word: inout String) {
        if !word.isEmpty { tokens.append(.word(word)) }
        word = ""
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "*" || scalar == "_" || scalar == "-" || scalar == "." || scalar.properties.isAlphabetic
            || scalar.properties.numericType != nil
    }
}
