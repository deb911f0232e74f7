/// A value of a query with its escapes (R4, search, "Escaping Search Parameters"): taken apart first, unescaped last.
enum EscapedText {
    /// The pieces between separators that are not escaped, escapes kept; at most `limit` pieces, the rest in the last.
    static func split(_ text: Substring, at separator: UInt8, limit: Int = .max) -> [Substring] {
        var pieces: [Substring] = []
        var (start, isEscaped) = (text.startIndex, false)
        for index in text.utf8.indices {
            let byte = text.utf8[index]
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == separator, pieces.count + 1 < limit {
                pieces.append(text[start..<index])
                start = text.utf8.index(after: index)
            }
        }
        return pieces + [text[start...]]
    }

    /// The text that is meant; nil when it ends in the middle of an escape.
    static func unescaped(_ text: Substring) -> String? {
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return String(text) }
        var (out, isEscaped) = (String.UnicodeScalarView(), false)
        for scalar in text.unicodeScalars {
            if scalar == "\\", !isEscaped {
                isEscaped = true
            } else {
                out.append(scalar)
                isEscaped = false
            }
        }
        return isEscaped ? nil : String(out)
    }
}
