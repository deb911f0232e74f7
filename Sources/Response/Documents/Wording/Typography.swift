/// Typography of a document's text: apostrophes, and in French the spaces that must not break.
///
/// It changes text only, never what stands in a tag, in `<style>`, in `<code>` or in `<pre>`.
struct Typography: Sendable {
    private static let noBreak: Unicode.Scalar = "\u{A0}"
    private static let narrow: Unicode.Scalar = "\u{202F}"
    private let language: DocumentLanguage

    init(_ language: DocumentLanguage) { self.language = language }

    /// The HTML with its texts set.
    func set(_ html: String) -> String {
        var out = ""
        out.reserveCapacity(html.utf8.count + 256)
        var rest = html[...]
        var verbatim: String?
        while let open = rest.firstIndex(of: "<") {
            let text = rest[..<open]
            out += verbatim == nil ? setText(text) : String(text)
            let close = rest[open...].firstIndex(of: ">").map(rest.index(after:)) ?? rest.endIndex
            let tag = rest[open..<close]
            out += tag
            rest = rest[close...]
            verbatim = Typography.verbatim(after: tag, in: verbatim)
        }
        return out + (verbatim == nil ? setText(rest) : String(rest))
    }

    /// Which verbatim element is open after a tag.
    private static func verbatim(after tag: Substring, in open: String?) -> String? {
        if let open { return tag == "</\(open)>" ? nil : open }
        return ["code", "pre", "style"].first { tag == "<\($0)>" || tag.hasPrefix("<\($0) ") }
    }

    /// One text: HTML with its entities, without tags.
    private func setText(_ text: Substring) -> String {
        let scalars = Array(text.replacing("&#39;", with: "'").unicodeScalars)
        var out = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            guard scalar == " " || scalar == "'", index > 0, index + 1 < scalars.count else {
                out.append(scalar)
                continue
            }
            let (before, after) = (scalars[index - 1], scalars[index + 1])
            if scalar == "'" {
                out.append(before.properties.isAlphabetic && after.properties.isAlphabetic ? "’" : "'")
            } else {
                out.append(language == .french ? Typography.space(between: before, and: after) : " ")
            }
        }
        return String(out)
    }

    private static func space(between before: Unicode.Scalar, and after: Unicode.Scalar) -> Unicode.Scalar {
        switch (before, after) {
        case (_, ";"), (_, "?"), (_, "!"): narrow
        case (_, ":"), (_, "»"), (_, "%"), (_, "€"), ("«", _): noBreak
        case ("0"..."9", "a"..."z"), ("0"..."9", "0"..."9"): noBreak
        case ("°", "0"..."9"), ("§", "0"..."9"): noBreak
        default: " "
        }
    }
}
