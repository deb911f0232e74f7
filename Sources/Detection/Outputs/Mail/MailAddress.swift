/// An address that can stand in a header as it is: `local@domain`, of the characters that need no quotes (RFC 5322
/// §3.4.1, dot-atom).
public struct MailAddress: Hashable, Sendable {
    /// The address.
    public let text: String

    /// Takes an address; nil for anything else: no quotes, comments, spaces, line ends or literals, at most 254 bytes.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2 else { return nil }
        for (part, also) in zip(parts, ["!#$%&'*+/=?^_`{|}~-", "-"]) {
            let atoms = part.split(separator: ".", omittingEmptySubsequences: false)
            guard !atoms.contains(where: \.isEmpty), part.utf8.allSatisfy({ Self.isLetter($0, or: also) }) else {
                return nil
            }
        }
        self.text = text
    }

    var domain: Substring { text.split(separator: "@").last ?? "" }

    private static func isLetter(_ unit: UInt8, or also: String) -> Bool {
        switch unit {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): true
        default: also.utf8.contains(unit)
        }
    }
}
