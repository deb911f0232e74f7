/// Text of any kind as a header's words (RFC 2047, encoding Q), folded; printable ASCII stays as it is.
enum EncodedWords {
    private static let maximumBytes = 400

    static func text(_ text: String) -> String {
        let text = OutputText.plain(OutputText.cut(text, bytes: maximumBytes))
        if text.utf8.count <= 60, text.utf8.allSatisfy({ (32...126).contains($0) }), !text.contains("=?") {
            return text
        }
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            let next = String(scalar).utf8.map(letter).joined()
            if word.utf8.count + next.utf8.count > 50 {
                words.append(word)
                word = ""
            }
            word += next
        }
        words.append(word)
        return words.map { "=?utf-8?q?\($0)?=" }.joined(separator: "\r\n ")
    }

    private static func letter(_ unit: UInt8) -> String {
        switch unit {
        case UInt8(ascii: " "): "_"
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            String(UnicodeScalar(unit))
        default: "=" + FindingDigest.hex([unit]).uppercased()
        }
    }
}
