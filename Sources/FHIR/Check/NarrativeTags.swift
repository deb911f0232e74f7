/// The elements and attributes that a narrative may have (R4, narrative, `txt-1`).
struct NarrativeTags: Sendable {
    static let shared = NarrativeTags()

    private static let elements = """
        a abbr acronym b big blockquote br caption cite code col colgroup dd dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img
        li ol p pre q samp small span strong sub sup table tbody td tfoot th thead tr tt ul var
        """
    /// Those of `txt-1`, and `xml:lang`, which XHTML has for `lang`.
    private static let attributes = """
        abbr accesskey align alt axis bgcolor border cellhalign cellpadding cellspacing cellvalign char charoff charset
        class colspan compact coords dir frame headers height hreflang hspace id lang name nowrap rel rev rowspan rules
        scope shape span start style summary tabindex title type valign value vspace width xml:lang
        """
    /// Attributes of `txt-1` that hold an address.
    private static let addresses = "cite href longdesc src"

    private var names = NameTable(capacity: 128)

    init() {
        let groups = [NarrativeTags.elements, NarrativeTags.attributes, NarrativeTags.addresses]
        for (group, words) in groups.enumerated() {
            for word in DefinitionText.words(words) { names.add(word, group: UInt16(group), place: 0) }
        }
    }

    /// Whether an element may be called so.
    func isElement(_ name: Span<UInt8>) -> Bool { names.find(name, group: 0) != nil }

    /// Whether an attribute may be called so.
    func isAttribute(_ name: Span<UInt8>) -> Bool { names.find(name, group: 1) != nil || isAddress(name) }

    /// Whether an attribute holds an address.
    func isAddress(_ name: Span<UInt8>) -> Bool { names.find(name, group: 2) != nil }

    /// Whether a byte may be part of a name.
    static func isNameByte(_ byte: UInt8) -> Bool {
        PrimitiveKind.isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: ":")
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    /// Whether an address runs nothing: it has no scheme, or one of these. What hides its scheme behind an entity has
    /// none of them.
    static func isHarmless(_ address: Span<UInt8>) -> Bool {
        for index in address.indices {
            switch address[index] {
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return true
            case UInt8(ascii: ":"):
                let scheme = address.extracting(0..<index)
                if scheme.spells("data") { return address.starts(with: "data:image/", at: 0) }
                return scheme.spells("http") || scheme.spells("https") || scheme.spells("urn")
                    || scheme.spells("mailto") || scheme.spells("tel") || scheme.spells("ftp")
            case UInt8(ascii: "&"): return false
            default: break
            }
        }
        return true
    }
}
