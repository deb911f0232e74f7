/// Base32 without padding, with one of two alphabets: one text for each value, and no other is read.
package struct Base32 {
    /// That of RFC 4648 §6.
    package static let standard = Base32(alphabet: Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8))
    /// Crockford's, without I, L, O and U, for people to read and type.
    package static let crockford = Base32(alphabet: Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8))

    private let alphabet: [UInt8]

    /// Prints bytes, as ASCII.
    package func encode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var (out, held, bits) = ([UInt8](), UInt32(0), UInt32(0))
        for byte in bytes {
            (held, bits) = (held << 8 | UInt32(byte), bits + 8)
            while bits >= 5 {
                bits -= 5
                out.append(alphabet[Int(held >> bits & 31)])
            }
        }
        if bits > 0 { out.append(alphabet[Int(held << (5 - bits) & 31)]) }
        return out
    }

    /// Reads a text; nil for a character outside the alphabet, an impossible length, or bits left over that are not zero.
    package func decode(_ text: some Sequence<UInt8>) -> [UInt8]? {
        var (out, held, bits) = ([UInt8](), UInt32(0), UInt32(0))
        for unit in text {
            guard let value = alphabet.firstIndex(of: unit) else { return nil }
            (held, bits) = (held << 5 | UInt32(value), bits + 5)
            guard bits >= 8 else { continue }
            bits -= 8
            out.append(UInt8(truncatingIfNeeded: held >> bits))
        }
        return bits < 5 && held & (1 << bits - 1) == 0 ? out : nil
    }
}
