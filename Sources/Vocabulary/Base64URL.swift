/// Base64url without padding (RFC 4648 §5, RFC 7515 §2): one text for each value, and no other is read.
public enum Base64URL {
    /// Prints bytes, as ASCII; an array, so that who prints a secret can wipe it.
    @inlinable public static func encode(_ bytes: some Sequence<UInt8>) -> [UInt8] { encode(array: Array(bytes)) }

    /// Prints bytes as a String.
    @inlinable public static func text(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: encode(bytes), as: UTF8.self)
    }

    /// Reads a text; nil for a character outside the alphabet, an impossible length, or bits left over that are not zero.
    @inlinable public static func decode(_ text: some Sequence<UInt8>) -> [UInt8]? { decode(array: Array(text)) }

    @usableFromInline static func encode(array bytes: [UInt8]) -> [UInt8] {
        var out = [UInt8]()
        out.reserveCapacity((bytes.count * 4 + 2) / 3)
        var held: UInt32 = 0
        var bits: UInt32 = 0
        for byte in bytes {
            held = held << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                out.append(unit(held >> bits & 63))
            }
        }
        if bits > 0 { out.append(unit(held << (6 - bits) & 63)) }
        return out
    }

    @usableFromInline static func decode(array text: [UInt8]) -> [UInt8]? {
        var out = [UInt8]()
        out.reserveCapacity(text.count * 3 / 4)
        var held: UInt32 = 0
        var bits: UInt32 = 0
        for unit in text {
            guard let value = value(unit) else { return nil }
            held = held << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                out.append(UInt8(truncatingIfNeeded: held >> bits))
            }
        }
        return bits < 6 && held & (1 << bits - 1) == 0 ? out : nil
    }

    private static func unit(_ value: UInt32) -> UInt8 {
        let value = UInt8(truncatingIfNeeded: value)
        return switch value {
        case 0..<26: UInt8(ascii: "A") + value
        case 26..<52: UInt8(ascii: "a") + (value - 26)
        case 52..<62: UInt8(ascii: "0") + (value - 52)
        case 62: UInt8(ascii: "-")
        default: UInt8(ascii: "_")
        }
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
