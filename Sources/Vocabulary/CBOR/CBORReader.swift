/// Reads CBOR (RFC 8949) in the one form that authenticators may write (CTAP 2.1 §8): definite lengths, numbers as short as
/// they can be, no tag, no float, no key twice, four levels. The order of keys is left to libfido2, which looks at it in
/// what was signed; browsers do not all keep it in what they wrap around that.
package struct CBORReader {
    private let bytes: [UInt8]
    /// Where the next item begins.
    package private(set) var position: Int

    /// Reads from a place on.
    package init(_ bytes: [UInt8], from position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    /// Whether nothing is left.
    package var isAtEnd: Bool { position == bytes.count }

    /// Reads one item. Throws ``PasskeyError/cbor``.
    package mutating func item(depth: Int = 4) throws(PasskeyError) -> CBORItem {
        let (major, argument) = try head()
        switch (major, argument) {
        case (0, _): return .integer(argument)
        case (1, _): return .integer(-1 - argument)
        case (2, _): return .bytes(try take(argument))
        case (3, _): return .text(try text(argument))
        case (4, _) where depth > 0: return .array(try array(argument, depth))
        case (5, _) where depth > 0: return .map(try map(argument, depth))
        case (7, 20), (7, 21): return .boolean(argument == 21)
        case (7, 22): return .null
        default: throw .cbor
        }
    }

    /// Reads an item's kind and its number: a value, a length or a count.
    package mutating func head() throws(PasskeyError) -> (major: UInt8, argument: Int) {
        let first = try take(1)[0]
        let (major, short) = (first >> 5, Int(first & 31))
        guard short >= 24 else { return (major, short) }
        guard short <= 27 else { throw .cbor }
        let width = 1 << (short - 24)
        let number = try take(width).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let least: UInt64 = width == 1 ? 24 : 1 << UInt64(width * 4)
        guard number >= least, let argument = Int(exactly: number) else { throw .cbor }
        return (major, argument)
    }

    /// Reads that many bytes.
    package mutating func take(_ count: Int) throws(PasskeyError) -> [UInt8] {
        guard count <= bytes.count - position else { throw .cbor }
        defer { position += count }
        return Array(bytes[position..<position + count])
    }

    private mutating func text(_ count: Int) throws(PasskeyError) -> String {
        guard let text = String(validating: try take(count), as: UTF8.self) else { throw .cbor }
        return text
    }

    private mutating func array(_ count: Int, _ depth: Int) throws(PasskeyError) -> [CBORItem] {
        var out = [CBORItem]()
        for _ in 0..<count { out.append(try item(depth: depth - 1)) }
        return out
    }

    private mutating func map(_ count: Int, _ depth: Int) throws(PasskeyError) -> [CBORItem: CBORItem] {
        var out = [CBORItem: CBORItem]()
        for _ in 0..<count {
            let key = try item(depth: 0)
            guard out.updateValue(try item(depth: depth - 1), forKey: key) == nil else { throw .cbor }
        }
        return out
    }
}
