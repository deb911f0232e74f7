extension PipelineCondition {
    /// Reads `…_conditions`, `…_cond_op`, `…_cond_not` and `…_cond_expr` of a step.
    init(
        _ step: SigmaNode, _ prefix: String, limits: SigmaLimits, read: (SigmaNode) throws(RuleError) -> Test
    ) throws(RuleError) {
        var (names, tests): ([String], [Test]) = ([], [])
        if let section = step["\(prefix)_conditions"], !section.isNull {
            switch section.content {
            case .list(let items): for item in items { tests.append(try read(item)) }
            case .map(let entries):
                for entry in entries {
                    names.append(entry.key)
                    tests.append(try read(entry.value))
                }
            case .scalar:
                throw section.place.refuse("\(prefix)_conditions is \(section.kind)", instead: "write a list or a map")
            }
        }
        self.tests = tests
        isNegated = try step.bool("\(prefix)_cond_not") ?? false
        joining = try Self.joining(step, prefix, names: names, limits: limits)
    }

    private static func joining(
        _ step: SigmaNode, _ prefix: String, names: [String], limits: SigmaLimits
    ) throws(RuleError) -> Joining {
        let word = try step.text("\(prefix)_cond_op")
        guard let expression = try step.text("\(prefix)_cond_expr") else {
            guard word == nil || word == "and" || word == "or" else {
                throw step.place.refuse("\(prefix)_cond_op is neither", instead: "write and, or or")
            }
            return word == "or" ? .any : .all
        }
        guard word == nil, !names.isEmpty else {
            throw step.place.refuse(
                "\(prefix)_cond_expr needs named conditions, and no \(prefix)_cond_op",
                instead: "write \(prefix)_conditions as a map")
        }
        let syntax = try ConditionParser.parse(expression, place: step.place, limits: limits)
        if let unused = names.first(where: { !syntax.names.contains($0) }) {
            throw step.place.refuse(
                "the expression leaves `\(unused.prefix(60))` out", instead: "name it or take it away")
        }
        return .expression(try syntax.resolved(in: names, place: step.place))
    }
}
