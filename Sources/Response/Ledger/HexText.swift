import Ledger

/// Reads UUIDs and hashes out of an entry's bytes: lower case, and nothing else.
enum HexText {
    /// The two halves of a UUID of 36 characters.
    static func halves(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (UInt64, UInt64)? {
        guard range.count == 36 else { return nil }
        let start = range.lowerBound
        for hyphen in [8, 13, 18, 23] where bytes[start + hyphen] != UInt8(ascii: "-") { return nil }
        guard let a = number(bytes, start, 8), let b = number(bytes, start + 9, 4),
            let c = number(bytes, start + 14, 4), let d = number(bytes, start + 19, 4),
            let e = number(bytes, start + 24, 12)
        else { return nil }
        return (a << 32 | b << 16 | c, d << 48 | e)
    }

    /// A hash of 64 characters.
    static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Hash? {
        guard range.count == 64 else { return nil }
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        guard let a = number(bytes, range.lowerBound, 16), let b = number(bytes, range.lowerBound + 16, 16),
            let c = number(bytes, range.lowerBound + 32, 16), let d = number(bytes, range.lowerBound + 48, 16)
        else { return nil }
        words = (a.bigEndian, b.bigEndian, c.bigEndian, d.bigEndian)
        return unsafe withUnsafeBytes(of: words) { unsafe Hash($0) }
    }

    /// Up to 16 digits as a number.
    private static func number(_ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> UInt64? {
        var value: UInt64 = 0
        var wrong: UInt8 = 0
        for index in start..<start + count {
            let nibble = nibbles[Int(bytes[index])]
            wrong |= nibble
            value = value << 4 | UInt64(nibble & 15)
        }
        return wrong & 0x80 == 0 ? value : nil
    }

    /// 0 to 15, or 0x80 for what is no digit.
    private static let nibbles: [UInt8] = (0..<256).map { unit in
        switch unit {
        case 0x30...0x39: UInt8(unit - 0x30)
        case 0x61...0x66: UInt8(unit - 0x61 + 10)
        default: 0x80
        }
    }
}
