import Vocabulary

/// Reads fields that are each preceded by their length in two big-endian bytes.
struct FieldReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    /// Whether nothing is left.
    var isAtEnd: Bool { rest.isEmpty }

    /// The next field; nil when the bytes end before it does.
    mutating func next() -> ArraySlice<UInt8>? {
        guard rest.count >= 2 else { return nil }
        let count = Int(UInt16(bigEndian: rest.prefix(2)))
        guard rest.count >= 2 + count else { return nil }
        defer { rest = rest.dropFirst(2 + count) }
        return rest.dropFirst(2).prefix(count)
    }
}

extension [UInt8] {
    /// Appends a field of at most 65,535 bytes behind its length.
    mutating func appendField(_ field: [UInt8]) {
        append(bigEndian: UInt16(truncatingIfNeeded: field.count))
        append(contentsOf: field)
    }

    /// Appends an integer as a field, behind its length.
    mutating func appendField(_ value: some FixedWidthInteger) {
        append(bigEndian: UInt16(truncatingIfNeeded: value.bitWidth / 8))
        append(bigEndian: value)
    }

    /// Appends an integer, most significant byte first.
    mutating func append(bigEndian value: some FixedWidthInteger) {
        unsafe Swift.withUnsafeBytes(of: value.bigEndian) { unsafe append(contentsOf: $0) }
    }

    /// Appends the 16 bytes of an id, high half first.
    mutating func append<Kind>(_ id: ID<Kind>) {
        append(bigEndian: id.high)
        append(bigEndian: id.low)
    }
}

extension FixedWidthInteger {
    /// The bytes, most significant first.
    var bigEndianBytes: [UInt8] {
        var big = bigEndian
        return unsafe withUnsafeBytes(of: &big) { unsafe Array($0) }
    }

    /// Reads bytes, most significant first.
    init(bigEndian bytes: ArraySlice<UInt8>) {
        var value: Self = 0
        for byte in bytes { value = value << 8 | Self(truncatingIfNeeded: byte) }
        self = value
    }
}

extension ID {
    /// The 16 bytes, high half first.
    var bigEndianBytes: [UInt8] { high.bigEndianBytes + low.bigEndianBytes }
}
