import Vocabulary

/// Reads what ``WireWriter`` wrote; never beyond the end, never a list longer than the bytes that are left.
public struct WireReader: Sendable {
    private let bytes: [UInt8]
    private var position = 0

    /// Reads from the first byte.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Bytes that are left.
    public var remaining: Int { bytes.count - position }

    /// Throws unless everything was read.
    public func end() throws(WireError) {
        guard remaining == 0 else { throw WireError("trailing bytes") }
    }

    /// Reads one byte.
    public mutating func byte() throws(WireError) -> UInt8 {
        guard remaining >= 1 else { throw WireError("truncated") }
        defer { position += 1 }
        return bytes[position]
    }

    /// Reads 0 or 1.
    public mutating func flag() throws(WireError) -> Bool {
        switch try byte() {
        case 0: return false
        case 1: return true
        default: throw WireError("flag")
        }
    }

    /// Reads four bytes.
    public mutating func uint32() throws(WireError) -> UInt32 {
        guard remaining >= 4 else { throw WireError("truncated") }
        defer { position += 4 }
        var value: UInt32 = 0
        for index in position..<position + 4 { value = value << 8 | UInt32(bytes[index]) }
        return value
    }

    /// Reads eight bytes.
    public mutating func uint64() throws(WireError) -> UInt64 {
        UInt64(try uint32()) << 32 | UInt64(try uint32())
    }

    /// Reads eight bytes, two's complement.
    public mutating func int64() throws(WireError) -> Int64 { Int64(bitPattern: try uint64()) }

    /// Reads the 16 bytes of an id.
    public mutating func id<Kind>() throws(WireError) -> ID<Kind> { ID(high: try uint64(), low: try uint64()) }

    private mutating func range(limit: Int) throws(WireError) -> Range<Int> {
        let count = Int(try uint32())
        guard count <= limit else { throw WireError("too long") }
        guard remaining >= count else { throw WireError("truncated") }
        defer { position += count }
        return position..<position + count
    }

    /// Reads a byte string of at most `limit` bytes.
    public mutating func data(limit: Int = 65_536) throws(WireError) -> [UInt8] {
        Array(bytes[try range(limit: limit)])
    }

    /// Reads UTF-8 text of at most `limit` bytes.
    public mutating func text(limit: Int = 4_096) throws(WireError) -> String {
        let range = try range(limit: limit)
        do {
            return String(copying: try UTF8Span(validating: bytes.span.extracting(range)))
        } catch { throw WireError("not UTF-8") }
    }

    /// Reads a secret of exactly `count` bytes.
    public mutating func secret(count: Int = 32) throws(WireError) -> SecretBytes {
        let range = try range(limit: count)
        guard range.count == count else { throw WireError("secret") }
        return unsafe bytes.withUnsafeBytes { bytes in
            unsafe SecretBytes(count: count) { memory in
                unsafe memory.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[range]))
            }
        }
    }

    /// Reads a list of at most `limit` items.
    public mutating func list<T>(
        limit: Int, _ body: (inout WireReader) throws(WireError) -> T
    ) throws(WireError) -> [T] {
        let count = Int(try uint32())
        guard count <= limit, count <= remaining else { throw WireError("too long") }
        var items = [T]()
        items.reserveCapacity(count)
        for _ in 0..<count { items.append(try body(&self)) }
        return items
    }

    /// Reads a list of at most `limit` messages.
    public mutating func list<T: WireMessage>(limit: Int) throws(WireError) -> [T] {
        try list(limit: limit) { (reader) throws(WireError) in try T(from: &reader) }
    }

    /// Reads what ``WireWriter/optional(_:_:)`` wrote.
    public mutating func optional<T>(_ body: (inout WireReader) throws(WireError) -> T) throws(WireError) -> T? {
        try flag() ? try body(&self) : nil
    }

    /// Reads one byte as a case of an enumeration.
    public mutating func choice<T: RawRepresentable<UInt8>>() throws(WireError) -> T {
        guard let value = T(rawValue: try byte()) else { throw WireError("choice") }
        return value
    }

    /// Reads a short text as a case of an enumeration.
    public mutating func word<T: RawRepresentable<String>>() throws(WireError) -> T {
        guard let value = T(rawValue: try text(limit: 64)) else { throw WireError("word") }
        return value
    }
}
