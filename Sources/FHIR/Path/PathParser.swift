import JSONTree

/// Reads a path's words into a tree (FHIRPath 2.0, operator precedence).
struct PathParser {
    let tokens: [PathToken]
    var place = 0
    private var depth = 0

    init(tokens: [PathToken]) { self.tokens = tokens }

    var token: PathToken { tokens[min(place, tokens.count - 1)] }

    /// The whole text.
    mutating func whole() throws(PathError) -> PathExpression {
        let expression = try expression()
        guard token.kind == .end else { throw PathError(.syntax, at: token.offset) }
        return expression
    }

    /// Anything that may stand in parentheses.
    mutating func expression() throws(PathError) -> PathExpression {
        guard depth < ElementPath.maximumDepth else { throw PathError(.tooDeep, at: token.offset) }
        depth += 1
        defer { depth -= 1 }
        var choices = [try conjunction()]
        while takeWord("or") { choices.append(try conjunction()) }
        return choices.count == 1 ? choices[0] : .any(choices)
    }

    private mutating func conjunction() throws(PathError) -> PathExpression {
        var parts = [try comparison()]
        while takeWord("and") { parts.append(try comparison()) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func comparison() throws(PathError) -> PathExpression {
        let left = try union()
        if take("=") { return .equal(left, try union(), isNegated: false) }
        guard token.kind == .notEqual else { return left }
        place += 1
        return .equal(left, try union(), isNegated: true)
    }

    private mutating func union() throws(PathError) -> PathExpression {
        var branches = [try chain()]
        while take("|") { branches.append(try chain()) }
        return branches.count == 1 ? branches[0] : .union(branches)
    }

    /// A start, its steps, and `is X` or `as X` behind them.
    private mutating func chain() throws(PathError) -> PathExpression {
        var steps: [PathStep] = []
        let head = try head(&steps)
        while true {
            if take(".") {
                steps.append(try invocation())
            } else if take("[") {
                steps.append(.index(try integer()))
                try expect("]")
            } else if takeWord("as") {
                steps.append(.ofType(try type()))
            } else if takeWord("is") {
                steps.append(.isType(try type()))
            } else {
                return .chain(head, steps)
            }
        }
    }

    private mutating func head(_ steps: inout [PathStep]) throws(PathError) -> PathExpression.Head {
        let start = token
        switch start.kind {
        case .text(let text):
            place += 1
            return .literal(.string(text))
        case .number(let digits):
            place += 1
            guard let number = JSONNumber(text: digits) else { throw PathError(.literal, at: start.offset) }
            return .literal(.number(number))
        case .sign(UInt8(ascii: "(")):
            place += 1
            let inner = try expression()
            try expect(")")
            return .group(inner)
        case .sign(UInt8(ascii: "$")): return try variable("this", .this)
        case .sign(UInt8(ascii: "%")): return try variable("resource", .resource)
        case .name("true"), .name("false"):
            place += 1
            return .literal(.bool(start.isWord("true")))
        case .name(let name) where name.utf8.first.map { $0 < UInt8(ascii: "a") && $0 != UInt8(ascii: "_") } ?? false:
            steps.append(.ofType(try type()))
            return .this
        default:
            steps.append(try invocation())
            return .this
        }
    }

    private mutating func variable(
        _ name: String, _ head: PathExpression.Head
    ) throws(PathError) -> PathExpression.Head {
        place += 1
        guard takeWord(name) else { throw PathError(.syntax, at: token.offset) }
        return head
    }
}
