/// Reads a condition: `not` binds before `and`, `and` before `or` (Sigma rules specification 2.1, "Condition"). Words
/// are read in any case.
struct ConditionParser {
    private let tokens: [ConditionTokens.Token]
    private let place: RulePlace
    private let limits: SigmaLimits
    private var position = 0
    private var depth = 0

    /// The expression of a text.
    static func parse(_ text: String, place: RulePlace, limits: SigmaLimits) throws(RuleError) -> ConditionSyntax {
        let tokens = try ConditionTokens(text, place: place, limits: limits).tokens
        guard !tokens.isEmpty else {
            throw place.refuse("an empty condition", instead: "name the searches that must match")
        }
        var parser = ConditionParser(tokens: tokens, place: place, limits: limits)
        let condition = try parser.alternatives()
        guard parser.position == tokens.count else {
            throw place.refuse("the condition goes on with \(parser.rest)", instead: "join the parts by `and` or `or`")
        }
        return condition
    }

    private init(tokens: [ConditionTokens.Token], place: RulePlace, limits: SigmaLimits) {
        (self.tokens, self.place, self.limits) = (tokens, place, limits)
    }

    private var rest: String {
        guard position < tokens.count else { return "nothing" }
        switch tokens[position] {
        case .open: return "`(`"
        case .close: return "`)`"
        case .word(let word): return "`\(word.prefix(40))`"
        }
    }

    /// Whether the next word is this one, which is then passed.
    private mutating func takes(_ word: String) -> Bool {
        guard let next = wordAhead(0), next == word else { return false }
        position += 1
        return true
    }

    private func wordAhead(_ distance: Int) -> String? {
        guard position + distance < tokens.count, case .word(let word) = tokens[position + distance] else { return nil }
        return word.lowercased()
    }

    private mutating func alternatives() throws(RuleError) -> ConditionSyntax {
        var parts = [try conjunction()]
        while takes("or") { parts.append(try conjunction()) }
        return parts.count == 1 ? parts[0] : .or(parts)
    }

    private mutating func conjunction() throws(RuleError) -> ConditionSyntax {
        var parts = [try negation()]
        while takes("and") { parts.append(try negation()) }
        return parts.count == 1 ? parts[0] : .and(parts)
    }

    private mutating func negation() throws(RuleError) -> ConditionSyntax {
        var isNegated = false
        while wordAhead(1) != "of", takes("not") { isNegated.toggle() }
        let part = try operand()
        return isNegated ? .not(part) : part
    }

    private mutating func operand() throws(RuleError) -> ConditionSyntax {
        guard position < tokens.count else {
            throw place.refuse("the condition ends too early", instead: "name a search after `and`, `or`, `not`")
        }
        defer { position += 1 }
        switch tokens[position] {
        case .close:
            throw place.refuse("`)` where a search is expected", instead: "name a search, or leave the parentheses out")
        case .open: return try group()
        case .word(let word):
            if wordAhead(1) == "of" { return try quantity(word) }
            if ["and", "or", "of"].contains(word.lowercased()) {
                throw place.refuse("`\(word)` where a search is expected", instead: "name a search before `\(word)`")
            }
            guard !word.contains("*") else {
                throw place.refuse(
                    "a pattern alone", instead: "write `1 of \(word.prefix(40))` or `all of \(word.prefix(40))`")
            }
            return .name(word)
        }
    }

    private mutating func group() throws(RuleError) -> ConditionSyntax {
        depth += 1
        defer { depth -= 1 }
        guard depth <= limits.conditionDepth else {
            throw place.refuse("parentheses within parentheses", costs: depth, limit: limits.conditionDepth)
        }
        position += 1
        let inner = try alternatives()
        guard position < tokens.count, tokens[position] == .close else {
            throw place.refuse("`(` is not closed before \(rest)", instead: "write `)`")
        }
        return inner
    }

    private mutating func quantity(_ word: String) throws(RuleError) -> ConditionSyntax {
        position += 2
        guard position < tokens.count, case .word(let pattern) = tokens[position] else {
            throw place.refuse(
                "`of` without a pattern", instead: "write `\(word.prefix(20)) of them` or `\(word.prefix(20)) of name*`"
            )
        }
        switch word.lowercased() {
        case "all": return .some(.all, pattern)
        case "any": return .some(.atLeast(1), pattern)
        default:
            guard let count = Int(word), count > 0, count <= 10_000 else {
                throw place.refuse("`\(word.prefix(40)) of`", instead: "write `1 of`, `any of`, `all of` or a number")
            }
            return .some(.atLeast(count), pattern)
        }
    }
}
