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
        case .uri, .url, .canonical:
            return text.count <= PrimitiveKind.maximumToken && text.allSatisfy { $0 > 0x20 && $0 != 0x7F }
        case .uuid: return PrimitiveKind.isUUID(text)
        case .oid: return text.count <= PrimitiveKind.maximumToken && PrimitiveKind.isOID(text)
        case .string, .xhtml: return text.count <= PrimitiveKind.maximumString && PrimitiveKind.isText(text)
        case .markdown: return PrimitiveKind.isText(text)
        case .base64Binary: return PrimitiveKind.isBase64(text)
        case .boolean, .decimal, .integer, .positiveInt, .unsignedInt: return true
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
        guard text[0] != UInt8(ascii: "0") || digits == 1 else { return false }
        if isNegative, self != .integer || value == 0 { return false }
        return value <= Int(Int32.max) + (isNegative ? 1 : 0) && (self != .positiveInt || value > 0)
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    private static func isIDByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
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

extension PrimitiveKind {
    /// No control characters but tab and line ends.
    private static func isText(_ text: Span<UInt8>) -> Bool {
        for index in text.indices where text[index] < 0x20 && !(9...10 ~= text[index] || text[index] == 13) {
            return false
        }
        return true
    }

    /// `urn:uuid:` and 8-4-4-4-12 hexadecimal digits, small letters.
    private static func isUUID(_ text: Span<UInt8>) -> Bool {
        guard text.count == 45, text.starts(with: "urn:uuid:", at: 0) else { return false }
        for index in 9..<45 {
            switch index {
            case 17, 22, 27, 32: guard text[index] == UInt8(ascii: "-") else { return false }
            default: guard isDigit(text[index]) || text[index] &- UInt8(ascii: "a") < 6 else { return false }
            }
        }
        return true
    }

    /// `urn:oid:`, 0 to 2, then numbers without leading zeros.
    private static func isOID(_ text: Span<UInt8>) -> Bool {
        guard text.starts(with: "urn:oid:", at: 0), text.count > 10, text[8] &- UInt8(ascii: "0") < 3 else {
            return false
        }
        var place = 9
        while place < text.count {
            guard text[place] == UInt8(ascii: ".") else { return false }
            let start = place + 1
            place = start
            while place < text.count, isDigit(text[place]) { place += 1 }
            guard place > start, text[start] != UInt8(ascii: "0") || place == start + 1 else { return false }
        }
        return true
    }

    /// Groups of four, padded at the end only (RFC 4648 §4); white space between groups.
    private static func isBase64(_ text: Span<UInt8>) -> Bool {
        var count = 0
        var padding = 0
        for index in text.indices {
            let byte = text[index]
            if isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "+")
                || byte == UInt8(ascii: "/")
            {
                guard padding == 0 else { return false }
                count &+= 1
            } else if byte == UInt8(ascii: "=") {
                padding += 1
                count &+= 1
                guard padding <= 2 else { return false }
            } else {
                guard isSpace(byte), count & 3 == 0 else { return false }
            }
        }
        return count > 0 && count & 3 == 0
    }
}
