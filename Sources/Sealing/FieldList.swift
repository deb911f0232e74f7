import Vocabulary

/// An unambiguous encoding: each field is its length in 4 big-endian bytes, then its bytes; the first is the format.
///
/// Two lists of fields that differ anywhere encode differently, whatever their fields hold.
package struct FieldList {
    /// The encoding so far.
    package private(set) var bytes: [UInt8]

    package init(_ format: Format) {
        bytes = []
        bytes.reserveCapacity(224)
        add(format.rawValue)
    }

    package mutating func add(_ text: String) {
        bytes.append(bigEndian: UInt32(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    package mutating func add(_ field: [UInt8]) {
        bytes.append(bigEndian: UInt32(field.count))
        bytes.append(contentsOf: field)
    }

    package mutating func add<Kind>(_ id: ID<Kind>) {
        bytes.append(bigEndian: UInt32(16))
        bytes.append(bigEndian: id.high)
        bytes.append(bigEndian: id.low)
    }

    package mutating func add(_ number: some FixedWidthInteger & UnsignedInteger) {
        bytes.append(bigEndian: UInt32(number.bitWidth / 8))
        bytes.append(bigEndian: number)
    }

    package mutating func add(_ tier: Tier) { add(tier.rawValue) }
}

extension [UInt8] {
    /// Appends an integer, most significant byte first.
    package mutating func append(bigEndian value: some FixedWidthInteger) {
        unsafe Swift.withUnsafeBytes(of: value.bigEndian) { unsafe append(contentsOf: $0) }
    }
}
