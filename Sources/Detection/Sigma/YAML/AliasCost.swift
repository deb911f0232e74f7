/// A look at a file before YAML composes it: aliases can make a small text a vast tree, and a list or map used as a key
/// is hashed whole while it is composed. Where both may meet, few aliases are allowed.
package struct AliasCost {
    /// How many tokens look like aliases (`*name`).
    private(set) var aliases = 0
    /// Whether something other than a text may be a key.
    private(set) var mayHaveComplexKeys = false

    /// How many aliases a file may have, and how many beside complex keys.
    static let limits = (plain: 200, besideComplexKeys: 8)

    package init(_ text: String) {
        var previous = UInt8(ascii: "\n")
        var bytes = Array(text.utf8)[...]
        while let byte = bytes.popFirst() {
            if byte == UInt8(ascii: "*"), AliasCost.opens(previous) {
                countAlias(bytes)
            } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
                if AliasCost.endsAsKey(bytes) { mayHaveComplexKeys = true }
            } else if byte == UInt8(ascii: "?"), AliasCost.opens(previous), AliasCost.isBlank(bytes.first) {
                mayHaveComplexKeys = true
            }
            previous = byte
        }
    }

    /// Where there are too many: their count and the limit.
    package var excess: (count: Int, limit: Int)? {
        let limit = mayHaveComplexKeys ? AliasCost.limits.besideComplexKeys : AliasCost.limits.plain
        return aliases > limit ? (aliases, limit) : nil
    }

    private mutating func countAlias(_ rest: ArraySlice<UInt8>) {
        let after = rest.drop { $0 == 0x2D || $0 == 0x5F || (0x30...0x39).contains($0) || (0x41...0x7A).contains($0) }
        guard after.startIndex > rest.startIndex else { return }
        aliases += 1
        if AliasCost.endsAsKey(after) { mayHaveComplexKeys = true }
    }

    /// Whether a value may begin after this byte.
    private static func opens(_ byte: UInt8) -> Bool { isBlank(byte) || ",[{:-?!".utf8.contains(byte) }

    private static func isBlank(_ byte: UInt8?) -> Bool { byte.map { $0 <= 0x20 } ?? true }

    private static func endsAsKey(_ rest: ArraySlice<UInt8>) -> Bool {
        rest.drop { $0 == 0x20 || $0 == 0x09 }.first == UInt8(ascii: ":")
    }
}
