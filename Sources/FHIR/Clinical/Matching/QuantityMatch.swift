/// An amount searched for: `[prefix]number`, `[prefix]number|system|code` or `[prefix]number||code` (R4, search,
/// quantity). Units are compared, not converted.
struct QuantityMatch: Sendable {
    let number: NumberMatch
    /// Nil: any system, and the code may be the unit's text.
    let system: String?
    /// Nil: any unit.
    let code: String?

    /// Reads a value with its escapes.
    init?(_ text: Substring) {
        let parts = EscapedText.split(text, at: UInt8(ascii: "|"))
        guard parts.count == 1 || parts.count == 3, let number = NumberMatch(parts[0]) else { return nil }
        self.number = number
        guard parts.count == 3 else {
            (system, code) = (nil, nil)
            return
        }
        guard let system = EscapedText.unescaped(parts[1]), let code = EscapedText.unescaped(parts[2]) else {
            return nil
        }
        guard !code.isEmpty || !system.isEmpty else { return nil }
        self.system = system.isEmpty ? nil : system
        self.code = code.isEmpty ? nil : code
    }

    /// Whether an amount matches.
    func matches(_ measured: Measured) -> Bool {
        number.matches(measured.range) && (system == nil && code == nil || measured.units.contains(where: isUnit))
    }

    private func isUnit(_ unit: Measured.Unit) -> Bool {
        if let system, !system.isSame(as: unit.system) { return false }
        guard let code else { return true }
        return code.isSame(as: unit.code) || (system == nil && code.isSame(as: unit.text))
    }
}

extension String {
    /// Whether another text has the same bytes.
    func isSame(as other: String?) -> Bool { other.map { utf8.elementsEqual($0.utf8) } ?? false }
}
