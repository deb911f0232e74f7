extension ModifierChain {
    /// A value as the chain makes it, modifiers applied from left to right.
    func value(of scalar: SigmaScalar, place: RulePlace, limits: SigmaLimits) throws(RuleError) -> SigmaValue {
        if case .ambiguous(let text) = scalar {
            throw place.refuse(
                "`\(text.prefix(40))` is one number to some readers of YAML, another to others",
                instead: "write it in quotes, or in decimal")
        }
        if let text = scalar.written, text.utf8.count > limits.textBytes {
            throw place.refuse("bytes of a value", costs: text.utf8.count, limit: limits.textBytes)
        }
        var value = try first(scalar, place: place, limits: limits)
        for modifier in modifiers.dropFirst(takesWritten ? 1 : 0) {
            let step = ModifierStep(modifier: modifier, place: place, limits: limits)
            value = try step.apply(to: value)
        }
        return value
    }

    /// Whether the first modifier takes the value as written, without wildcards and escapes.
    private var takesWritten: Bool { modifiers.first == .re }

    private func first(_ scalar: SigmaScalar, place: RulePlace, limits: SigmaLimits) throws(RuleError) -> SigmaValue {
        if takesWritten {
            guard let text = scalar.written, !text.isEmpty else {
                throw place.refuse("`re` needs an expression", instead: "write `field: ''` for the empty text")
            }
            try RegexCost.check(text, place: place, limits: limits)
            return .regex(SigmaRegex(text))
        }
        switch scalar {
        case .null: return .null
        case .bool(let value): return .bool(value)
        case .number(let text, let value): return .number(text, value)
        case .text(let text), .ambiguous(let text): return .text(SigmaText(text))
        }
    }
}
