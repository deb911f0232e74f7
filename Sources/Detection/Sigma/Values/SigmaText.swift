/// A text value while its modifiers are applied: literal bytes, wildcards and placeholders (Sigma rules specification
/// 2.1, "String Wildcard", "Escape Character", "Placeholders").
struct SigmaText: Sendable, Hashable {
    /// A piece of it.
    enum Piece: Sendable, Hashable {
        case literal([UInt8])
        case any
        case one
        case placeholder(String)
    }

    var pieces: [Piece]
    var isCased = false

    /// A text without anything special.
    init(literal bytes: [UInt8]) { pieces = bytes.isEmpty ? [] : [.literal(bytes)] }

    init(pieces: [Piece], isCased: Bool = false) { (self.pieces, self.isCased) = (pieces, isCased) }

    /// Reads wildcards and escapes: a backslash takes the meaning from `*`, `?` and a backslash, and is itself before
    /// anything else.
    init(_ text: String) {
        pieces = []
        var literal: [UInt8] = []
        var isEscaped = false
        for byte in text.utf8 {
            let isSpecial = byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?")
            if isEscaped {
                if !isSpecial, byte != UInt8(ascii: "\\") { literal.append(UInt8(ascii: "\\")) }
                literal.append(byte)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if isSpecial {
                if !literal.isEmpty { pieces.append(.literal(literal)) }
                literal = []
                pieces.append(byte == UInt8(ascii: "*") ? .any : .one)
            } else {
                literal.append(byte)
            }
        }
        if isEscaped { literal.append(UInt8(ascii: "\\")) }
        if !literal.isEmpty { pieces.append(.literal(literal)) }
    }

    /// The bytes of a text without wildcards and placeholders; nil for others.
    var literal: [UInt8]? {
        switch pieces.count {
        case 0: return []
        case 1: if case .literal(let bytes) = pieces[0] { return bytes } else { return nil }
        default: return nil
        }
    }

    var hasWildcards: Bool { pieces.contains { $0 == .any || $0 == .one } }

    /// The names of placeholders that have no value yet.
    var placeholders: [String] {
        pieces.compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
    }

    /// Whether it may begin, or end, anywhere.
    mutating func open(start: Bool, end: Bool) {
        if start, pieces.first != .any { pieces.insert(.any, at: 0) }
        if end, pieces.last != .any { pieces.append(.any) }
    }

    /// As the engine takes it; placeholders are gone by then.
    var pattern: TextPattern {
        var result: [TextPattern.Piece] = []
        for piece in pieces {
            switch piece {
            case .literal(let bytes): result.append(.literal(bytes))
            case .any: result.append(.any)
            case .one: result.append(.one)
            case .placeholder: break
            }
        }
        return TextPattern(result, isCased: isCased)
    }
}
