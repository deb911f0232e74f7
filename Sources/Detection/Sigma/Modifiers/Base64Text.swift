/// Base64 with the standard alphabet and padding (RFC 4648, section 4), as logs hold it.
enum Base64Text {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The bytes as text.
    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        var rest = bytes[...]
        while let first = rest.popFirst() {
            let (second, third) = (rest.popFirst(), rest.popFirst())
            let word = UInt32(first) << 16 | UInt32(second ?? 0) << 8 | UInt32(third ?? 0)
            let letters = [18, 12, 6, 0].map { alphabet[Int(word >> UInt32($0) & 63)] }
            result += [letters[0], letters[1]]
            result.append(second == nil ? UInt8(ascii: "=") : letters[2])
            result.append(third == nil ? UInt8(ascii: "=") : letters[3])
        }
        return result
    }
}
