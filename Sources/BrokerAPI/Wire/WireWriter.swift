import Vocabulary

/// Appends the fields of a message: integers big-endian, byte strings and lists with a 32-bit count before them.
public struct WireWriter: Sendable {
    /// What was written so far.
    public private(set) var bytes: [UInt8] = []

    /// Starts empty.
    public init() { bytes.reserveCapacity(512) }

    /// Appends one byte.
    public mutating func byte(_ value: UInt8) { bytes.append(value) }

    /// Appends 0 or 1.
    public mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

    /// Appends four bytes.
    public mutating func uint32(_ value: UInt32) {
        unsafe withUnsafeBytes(of: value.bigEndian) { unsafe bytes.append(contentsOf: $0) }
    }

    /// Appends eight bytes.
    public mutating func uint64(_ value: UInt64) {
        unsafe withUnsafeBytes(of: value.bigEndian) { unsafe bytes.append(contentsOf: $0) }
    }

    /// Appends eight bytes, two's complement.
    public mutating func int64(_ value: Int64) { uint64(UInt64(bitPattern: value)) }

    /// Appends the 16 bytes of an id.
    public mutating func id<Kind>(_ value: ID<Kind>) {
        uint64(value.high)
        uint64(value.low)
    }

    /// Appends a count and the bytes.
    public mutating func data(_ value: some Collection<UInt8>) {
        uint32(UInt32(truncatingIfNeeded: value.count))
        bytes.append(contentsOf: value)
    }

    /// Appends a count and the UTF-8 of the text.
    public mutating func text(_ value: String) {
        let text = value.utf8.span
        uint32(UInt32(truncatingIfNeeded: text.count))
        unsafe text.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    }

    /// Appends a count and the secret's bytes.
    public mutating func secret(_ value: SecretBytes) {
        uint32(UInt32(truncatingIfNeeded: value.count))
        unsafe value.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    }

    /// Appends a count and each item.
    public mutating func list<T>(_ items: [T], _ body: (inout WireWriter, T) -> Void) {
        uint32(UInt32(truncatingIfNeeded: items.count))
        for item in items { body(&self, item) }
    }

    /// Appends a count and each message.
    public mutating func list<T: WireMessage>(_ items: [T]) { list(items) { writer, item in item.write(to: &writer) } }

    /// Appends 0, or 1 and the value.
    public mutating func optional<T>(_ value: T?, _ body: (inout WireWriter, T) -> Void) {
        flag(value != nil)
        if let value { body(&self, value) }
    }
}
