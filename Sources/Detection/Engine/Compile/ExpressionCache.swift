/// Expressions that are compiled already, so that several sets of rules share them.
struct ExpressionCache {
    private var known: [ValueTest: Expression] = [:]

    /// The expression of a test; nil for a test that is none.
    mutating func expression(of test: ValueTest) throws(Expression.Refusal) -> Expression? {
        guard case .regex(let pattern, let ignoresCase, let isMultiline, let dotMatchesNewline) = test else {
            return nil
        }
        if let expression = known[test] { return expression }
        let made = try Expression(
            pattern, ignoresCase: ignoresCase, isMultiline: isMultiline, dotMatchesNewline: dotMatchesNewline)
        known[test] = made
        return made
    }
}
