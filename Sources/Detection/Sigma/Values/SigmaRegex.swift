/// A regular expression while its modifiers are applied (Sigma modifiers appendix 2.1, "Regular Expression").
struct SigmaRegex: Sendable, Hashable {
    /// The expression, in pieces: placeholders stand between texts.
    var text: SigmaText
    var ignoresCase = false
    var isMultiline = false
    var dotMatchesNewline = false
    /// Whether it must match from the value's beginning, or up to its end.
    var isAtStart = false
    var isAtEnd = false

    init(_ text: String) { self.text = SigmaText(literal: Array(text.utf8)) }

    /// As the engine takes it.
    var test: ValueTest {
        let bytes = text.pieces.flatMap { if case .literal(let bytes) = $0 { bytes } else { [UInt8]() } }
        var pattern = String(decoding: bytes, as: UTF8.self)
        if isAtStart || isAtEnd { pattern = (isAtStart ? "\\A" : "") + "(?:\(pattern))" + (isAtEnd ? "\\z" : "") }
        return .regex(
            pattern: pattern, ignoresCase: ignoresCase, isMultiline: isMultiline, dotMatchesNewline: dotMatchesNewline)
    }
}
