/// A single value of YAML: quoted or not makes the difference (YAML 1.2.2, core schema, section 10.3).
enum SigmaScalar: Sendable, Hashable {
    case null
    case bool(Bool)
    /// A decimal number, as written and as read.
    case number(String, Double)
    case text(String)
    /// Unquoted, and read differently by YAML 1.1 and 1.2 (`0x17`, `0o7`): as written.
    case ambiguous(String)

    /// Reads an unquoted value. With zeros before it a number is a text (`00000429`): that is how rules mean it.
    init(plain text: String) {
        switch text {
        case "", "~", "null", "Null", "NULL": self = .null
        case "true", "True", "TRUE": self = .bool(true)
        case "false", "False", "FALSE": self = .bool(false)
        default: self = SigmaScalar.number(text)
        }
    }

    /// What it is, for errors.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number, .ambiguous: "a number"
        case .text: "a text"
        }
    }

    /// As written; nil for null.
    var written: String? {
        switch self {
        case .null: nil
        case .bool(let value): value ? "true" : "false"
        case .number(let text, _), .text(let text), .ambiguous(let text): text
        }
    }

    private static func number(_ text: String) -> SigmaScalar {
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        guard text.utf8.count - digits.count < 2, let first = digits.first, first < 0x3A, first > 0x2D, first != 0x2F
        else { return .text(text) }
        guard digits.allSatisfy({ numberBytes.contains($0) }) else { return prefixed(digits, text) }
        if first == UInt8(ascii: "0"), let second = digits.dropFirst().first, (0x30...0x39).contains(second) {
            return .text(text)
        }
        guard let value = Double(text), value.isFinite else { return .text(text) }
        return .number(text, value)
    }

    private static let numberBytes = Set("0123456789.eE+-".utf8)

    private static func prefixed(_ digits: Substring.UTF8View, _ text: String) -> SigmaScalar {
        let mark = digits.dropFirst().first
        guard digits.first == UInt8(ascii: "0"), mark == UInt8(ascii: "x") || mark == UInt8(ascii: "o") else {
            return .text(text)
        }
        let isNumber = UInt64(Substring(digits.dropFirst(2)), radix: mark == UInt8(ascii: "x") ? 16 : 8) != nil
        return isNumber ? .ambiguous(text) : .text(text)
    }
}
