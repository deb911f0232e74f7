/// A JSON number (RFC 8259 §6) exactly as written: `1.00` stays `1.00`, `1e5` stays `1e5`.
///
/// FHIR decimals need this: their precision is part of their value (FHIR R4, datatypes, decimal).
public struct JSONNumber: Sendable, Hashable {
    /// The number's text: ASCII.
    public let text: String

    /// Takes text that follows the grammar of RFC 8259 §6 from its first byte to its last; nil otherwise.
    public init?(text: String) {
        let bytes = text.utf8.span
        guard JSONNumber.end(in: bytes, from: 0) == bytes.count else { return nil }
        self.text = text
    }

    /// Writes an integer in decimal digits.
    public init(_ value: Int64) { text = String(value) }

    /// Takes text that the grammar was checked on.
    init(checked text: String) { self.text = text }

    /// The value, if it is written without fraction and exponent and fits; exact.
    public var int64: Int64? { Int64(text) }

    /// The nearest double; nil beyond the range of finite ones.
    public var double: Double? {
        guard let value = Double(text), value.isFinite else { return nil }
        return value
    }
}

extension JSONNumber {
    /// Where the longest number that starts at `start` ends; nil if none does.
    static func end(in bytes: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
        guard let whole = endOfDigits(in: bytes, from: index) else { return nil }
        if whole > index + 1, bytes[index] == UInt8(ascii: "0") { return nil }
        index = whole
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            guard let fraction = endOfDigits(in: bytes, from: index + 1) else { return nil }
            index = fraction
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
                index += 1
            }
            return endOfDigits(in: bytes, from: index)
        }
        return index
    }

    /// Where a run of at least one digit ends.
    private static func endOfDigits(in bytes: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 { index += 1 }
        return index > start ? index : nil
    }
}
