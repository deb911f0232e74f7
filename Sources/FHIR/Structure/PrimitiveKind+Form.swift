import JSONTree

/// The forms of primitives (R4, datatypes: the regular expressions given there, and the 1 MiB limit of strings).
extension PrimitiveKind {
    /// Longest string, in bytes; base64 content and markdown may be as long as the reader allows.
    static let maximumString = 1 << 20
    /// Longest code, URI and the like, in bytes: R4 sets none.
    static let maximumToken = 4096

    /// Whether a value of the right JSON kind has the form of its type.
    func allows(_ value: JSONValue) -> Bool {
        switch value {
        case .string(let text): allows(text.utf8.span)
        case .number(let number): allowsNumber(number.text.utf8.span)
        default: true
        }
    }

    private func allows(_ text: Span<UInt8>) -> Bool {
        guard text.count > 0 else { return false }
        switch self {
        case .date: return DateForm(text).isDate
        case .dateTime: return DateForm(text).isDateTime
        case .instant: return DateForm(text).isInstant
        case .time: return DateForm(text).isTime
        case .id: return text.count <= 64 && text.allSatisfy(PrimitiveKind.isIDByte)
        case .code: return text.count <= PrimitiveKind.maximumToken && PrimitiveKind.isCode(text)
        case .uri, .url, .canonical, .oid, .uuid:
            return text.count <= PrimitiveKind.maximumToken && text.allSatisfy { $0 > 0x20 && $0 != 0x7F }
        case .string: return text.count <= PrimitiveKind.maximumString
        case .base64Binary: return text.allSatisfy(PrimitiveKind.isBase64Byte)
        default: return true
        }
    }

    private func allowsNumber(_ text: Span<UInt8>) -> Bool {
        if self == .decimal { return text.count <= 64 }
        let isNegative = text[0] == UInt8(ascii: "-")
        let digits = isNegative ? text.count - 1 : text.count
        guard (1...10).contains(digits) else { return false }
        var value = 0
        for index in (isNegative ? 1 : 0)..<text.count {
            guard PrimitiveKind.isDigit(text[index]) else { return false }
            value = value * 10 + Int(text[index] - UInt8(ascii: "0"))
        }
        if self != .integer, isNegative { return false }
        return value <= Int(Int32.max) + (isNegative ? 1 : 0) && (self != .positiveInt || value > 0)
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    private static func isIDByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }

    private static func isBase64Byte(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "+")
            || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=") || isSpace(byte)
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }

    /// No space at either end, and no more than one between words.
    private static func isCode(_ text: Span<UInt8>) -> Bool {
        var wasSpace = true
        for index in text.indices {
            let isSpace = isSpace(text[index])
            if isSpace && (wasSpace || text[index] != 0x20) { return false }
            wasSpace = isSpace
        }
        return !wasSpace
    }
}

extension Span<UInt8> {
    /// Whether every byte satisfies the test.
    func allSatisfy(_ test: (UInt8) -> Bool) -> Bool {
        for index in indices where !test(self[index]) { return false }
        return true
    }
}
