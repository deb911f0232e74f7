/// Free text from a person: one line, of bounded length, and marked where it was cut.
///
/// Control characters, line and paragraph separators and direction marks become spaces, so that the text steers neither
/// a terminal nor a page; everything else, quotes and angle brackets included, stays as it was and is data.
public struct ClippedText: Hashable, Sendable {
    /// What stands at the end of a text that was cut.
    public static let mark = " […]"
    /// The longest reason or note, in bytes of UTF-8.
    public static let noteBytes = 1_000

    /// The text, the mark included.
    public let text: String
    /// Whether something was cut off.
    public let isCut: Bool

    /// Cleans the text and cuts it between characters to at most `limit` bytes of UTF-8, the mark included.
    public init(_ text: String, bytes limit: Int = ClippedText.noteBytes) {
        let (kept, isCut) = Self.beginning(of: text, bytes: max(limit, Self.mark.utf8.count))
        let plain = String(String.UnicodeScalarView(kept.unicodeScalars.map { Self.steers($0) ? " " : $0 }))
        self.text = isCut ? plain + Self.mark : plain
        self.isCut = isCut
    }

    /// Whether there is nothing but white space.
    public var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

    private static func beginning(of text: String, bytes limit: Int) -> (kept: String, isCut: Bool) {
        guard text.utf8.count > limit else { return (text, false) }
        var (kept, count) = (String.UnicodeScalarView(), 0)
        for scalar in text.unicodeScalars {
            count += UTF8.width(scalar)
            if count > limit - mark.utf8.count { break }
            kept.append(scalar)
        }
        return (String(kept), true)
    }

    private static func steers(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xE0000...0xE007F:
            true
        default: false
        }
    }
}
