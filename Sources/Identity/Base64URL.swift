/// Base64 with the URL alphabet and without padding (RFC 4648 §5, RFC 7515 §2).
enum Base64URL {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// Prints the bytes.
    static func encode(_ bytes: some Sequence<UInt8>) -> String {
        var out = [UInt8]()
        var bits: UInt32 = 0
        var count: UInt32 = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 6 {
                count -= 6
                out.append(alphabet[Int(bits >> count & 63)])
            }
            bits &= 1 << count - 1
        }
        if count > 0 { out.append(alphabet[Int(bits << (6 - count) & 63)]) }
        return String(decoding: out, as: UTF8.self)
    }

    /// Reads the one text that ``encode(_:)`` prints for some bytes; nil for padding, space, other characters, an
    /// impossible length, or bits left over that are not zero.
    static func decode(_ text: some Sequence<UInt8>) -> [UInt8]? {
        var out = [UInt8]()
        var bits: UInt32 = 0
        var count: UInt32 = 0
        for unit in text {
            guard let value = value(of: unit) else { return nil }
            bits = bits << 6 | value
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            out.append(UInt8(truncatingIfNeeded: bits >> count))
            bits &= 1 << count - 1
        }
        return count < 6 && bits == 0 ? out : nil
    }

    private static func value(of unit: UInt8) -> UInt32? {
        switch unit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(unit) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(unit) - 97 + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(unit) - 48 + 52
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
