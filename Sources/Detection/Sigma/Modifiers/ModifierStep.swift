/// One modifier applied to one value.
struct ModifierStep {
    let modifier: SigmaModifier
    let place: RulePlace
    let limits: SigmaLimits

    /// The value as the modifier leaves it; each of several variants for itself.
    func apply(to value: SigmaValue) throws(RuleError) -> SigmaValue {
        if case .variants(let values) = value {
            var results: [SigmaValue] = []
            for value in values { results.append(try apply(to: value)) }
            return try bounded(.variants(results))
        }
        switch modifier.kind {
        case .list, .regex: return value
        case .position, .casing: return try positioned(value)
        case .encoding: return try bounded(encoded(try text(value)))
        case .dash: return try bounded(dashes(try text(value)))
        case .flag: return try flagged(value)
        case .comparison: return try compared(value)
        case .datePart: return try datePart(value)
        case .exists: return .exists(try bool(value))
        case .network: return try network(value)
        case .expansion: return try expanded(value)
        case .field: return try reference(value)
        }
    }

    func wrong(_ value: SigmaValue, needs need: String) -> RuleError {
        place.refuse(
            "`\(modifier.rawValue)` needs \(need), and the value is \(value.kind)", instead: value.remedy(for: need))
    }

    private func bounded(_ value: SigmaValue) throws(RuleError) -> SigmaValue {
        guard value.cost <= limits.tests else {
            throw place.refuse("variants of one value", costs: value.cost, limit: limits.tests)
        }
        return value
    }

    /// The text that a modifier of texts works on; a number counts as written.
    func text(_ value: SigmaValue) throws(RuleError) -> SigmaText {
        switch value {
        case .text(let text): return text
        case .number(let text, _): return SigmaText(literal: Array(text.utf8))
        default: throw wrong(value, needs: "a text")
        }
    }

    private func bool(_ value: SigmaValue) throws(RuleError) -> Bool {
        guard case .bool(let bool) = value else { throw wrong(value, needs: "true or false") }
        return bool
    }

    private func flagged(_ value: SigmaValue) throws(RuleError) -> SigmaValue {
        guard case .regex(var regex) = value else { throw wrong(value, needs: "an expression") }
        switch modifier {
        case .i: regex.ignoresCase = true
        case .m: regex.isMultiline = true
        default: regex.dotMatchesNewline = true
        }
        return .regex(regex)
    }

    private func expanded(_ value: SigmaValue) throws(RuleError) -> SigmaValue {
        if case .regex(var regex) = value {
            regex.text.findPlaceholders()
            return .regex(regex)
        }
        var text = try text(value)
        text.findPlaceholders()
        return .text(text)
    }

    private func reference(_ value: SigmaValue) throws(RuleError) -> SigmaValue {
        guard let name = try text(value).literal, !name.isEmpty else {
            throw place.refuse("`fieldref` with wildcards or without a name", instead: "write the other field's name")
        }
        return .field(SigmaFieldReference(field: String(decoding: name, as: UTF8.self)))
    }
}
