/// Base64url without padding (RFC 4648 §5, RFC 7515 §2): one text for each value, and no other is read.
public enum Base64URL {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// Prints bytes, as ASCII; an array, so that who prints a secret can wipe it.
    public static func encode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var out = [UInt8]()
        var held: UInt32 = 0
        var bits = 0
        for byte in bytes {
            held = held << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                out.append(alphabet[Int(held >> UInt32(bits) & 63)])
            }
        }
        if bits > 0 { out.append(alphabet[Int(held << UInt32(6 - bits) & 63)]) }
        return out
    }

    /// Prints bytes as a String.
    public static func text(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: encode(bytes), as: UTF8.self)
    }

    /// Reads a text; nil for a character outside the alphabet, an impossible length, or bits left over that are not zero.
    public static func decode(_ text: some Sequence<UInt8>) -> [UInt8]? {
        var out = [UInt8]()
        var held: UInt32 = 0
        var bits = 0
        for unit in text {
            guard let value = value(unit) else { return nil }
            held = held << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                out.append(UInt8(truncatingIfNeeded: held >> UInt32(bits)))
            }
        }
        return bits < 6 && held & (1 << UInt32(bits) - 1) == 0 ? out : nil
    }

    private static func value(_ unit: UInt8) -> UInt32? {
        switch unit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(unit - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(unit - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(unit - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
