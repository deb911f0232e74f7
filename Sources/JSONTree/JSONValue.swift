/// One JSON value (RFC 8259 §3), with what most readers lose: number text, key order and the exact bytes of strings.
///
/// Equality is byte for byte: strings that Unicode calls canonically equivalent differ, `1.0` and `1.00` differ, and
/// objects are equal only with their members in the same order.
public enum JSONValue: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, as written.
    case number(JSONNumber)
    /// A string, without its escapes.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object.
    case object(JSONObject)
}

extension JSONValue: Hashable {
    /// Whether both are written with the same bytes.
    public static func == (a: JSONValue, b: JSONValue) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.string(let a), .string(let b)): a.hasSameBytes(as: b)
        case (.array(let a), .array(let b)): a == b
        case (.object(let a), .object(let b)): a == b
        default: false
        }
    }

    /// Feeds kind and bytes.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value ? 1 : 2)
        case .number(let number):
            hasher.combine(3)
            hasher.combine(number)
        case .string(let text):
            hasher.combine(4)
            text.hashBytes(into: &hasher)
        case .array(let values):
            hasher.combine(5)
            hasher.combine(values)
        case .object(let object):
            hasher.combine(6)
            hasher.combine(object)
        }
    }
}
