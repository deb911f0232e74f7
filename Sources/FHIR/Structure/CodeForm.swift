/// How the codes of a value set look that is too large, or too much in motion, to be listed.
enum CodeForm: Sendable {
    /// BCP 47: subtags of 1 to 8 letters and digits, the first of letters.
    case language
    /// BCP 13: `type/subtype`, parameters behind it; or R4's own words for its formats (CapabilityStatement.format).
    case mediaType
    /// ISO 4217: three capital letters.
    case currency

    /// The value sets that are checked by form.
    static let ofSets: [String: CodeForm] = [
        "all-languages": .language, "mimetypes": .mediaType, "bcp13.txt": .mediaType, "currencies": .currency,
    ]

    /// The value sets of required bindings that are not checked, each with its reason.
    static let unchecked: [String: String] = [
        "ucum-units": "UCUM is a grammar, bound to coded concepts of three evidence resources only",
        "LL379-9": "LOINC publishes the answer list, under a licence of its own",
    ]

    /// Whether a code has the form.
    func allows(_ code: Span<UInt8>) -> Bool {
        switch self {
        case .language: CodeForm.isLanguage(code)
        case .mediaType: CodeForm.isMediaType(code)
        case .currency: code.count == 3 && code.allSatisfy { $0 &- UInt8(ascii: "A") < 26 }
        }
    }

    private static func isLanguage(_ code: Span<UInt8>) -> Bool {
        var length = 0
        var isFirst = true
        for index in code.indices {
            if code[index] == UInt8(ascii: "-") {
                guard length > 0 else { return false }
                (length, isFirst) = (0, false)
            } else {
                let isLetter = (code[index] | 0x20) &- UInt8(ascii: "a") < 26
                guard isLetter || !isFirst && PrimitiveKind.isDigit(code[index]) else { return false }
                length += 1
                guard length <= 8 else { return false }
            }
        }
        return length > 0
    }

    private static func isMediaType(_ code: Span<UInt8>) -> Bool {
        guard let slash = code.firstIndex(of: UInt8(ascii: "/")) else {
            return code.spells("xml") || code.spells("json") || code.spells("ttl")
        }
        let end = code.firstIndex(of: UInt8(ascii: ";")) ?? code.count
        guard slash > 0, slash + 1 < end else { return false }
        for index in 0..<end where index != slash && !isToken(code[index]) { return false }
        return true
    }

    /// The characters of RFC 6838 §4.2.
    private static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "-"): true
        case UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "*"): true
        default: PrimitiveKind.isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26
        }
    }
}
