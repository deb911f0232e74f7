extension ModifierStep {
    /// `contains`, `startswith`, `endswith` and `cased` on texts, expressions and fields.
    func positioned(_ value: SigmaValue) throws(RuleError) -> SigmaValue {
        let (start, end) = (
            modifier == .contains || modifier == .endswith, modifier == .contains || modifier == .startswith
        )
        switch value {
        case .regex(var regex):
            if modifier == .startswith { regex.isAtStart = true }
            if modifier == .endswith { regex.isAtEnd = true }
            return .regex(regex)
        case .field(var other):
            if modifier == .cased {
                other.isCased = true
            } else {
                other.mayBeginBefore = other.mayBeginBefore || start
                other.mayEndAfter = other.mayEndAfter || end
            }
            return .field(other)
        default:
            var text = try text(value)
            if modifier == .cased { text.isCased = true } else { text.open(start: start, end: end) }
            return .text(text)
        }
    }
}
