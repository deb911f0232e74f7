/// Takes out of free text what identifies a person by its form: e-mail addresses, telephone numbers and the NIR.
enum ImpersonalText {
    static let mark = "[removed]"

    static func of(_ text: String) -> String { withoutNumbers(withoutAddresses(text)) }

    private static func withoutAddresses(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        return words.map { isAddress($0) ? mark : String($0) }.joined(separator: " ")
    }

    private static func isAddress(_ word: Substring) -> Bool {
        guard let at = word.utf8.firstIndex(of: UInt8(ascii: "@")) else { return false }
        return at > word.startIndex && word.utf8[at...].contains(UInt8(ascii: "."))
    }

    private static func withoutNumbers(_ text: String) -> String {
        var (out, rest, isInWord) = (String.UnicodeScalarView(), text.unicodeScalars[...], false)
        while let first = rest.first {
            let run = isInWord ? rest.prefix(0) : number(at: rest)
            if run.isEmpty {
                out.append(first)
                isInWord = first.properties.isAlphabetic || isDigit(first)
                rest = rest.dropFirst()
            } else {
                out.append(contentsOf: isPersonal(run) ? Array(mark.unicodeScalars) : Array(run))
                isInWord = true
                rest = rest[run.endIndex...]
            }
        }
        return String(out)
    }

    /// Digits with single separators between them, a `+` before and the 2A and 2B of Corsica within.
    private static func number(at text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
        var (end, last) = (text.startIndex, Unicode.Scalar(" "))
        for index in text.indices {
            let scalar = text[index]
            let isSign = index == text.startIndex && scalar == "+"
            let isCorsica = last == "2" && (scalar == "A" || scalar == "B")
            let isSeparator = " .-\u{A0}\u{202F}".unicodeScalars.contains(scalar) && (isDigit(last) || isLetter(last))
            guard isDigit(scalar) || isSign || isCorsica || isSeparator else { break }
            if !isSeparator && !isSign { end = text.index(after: index) }
            last = scalar
        }
        return text[..<end]
    }

    /// A NIR has 13 digits, 15 with its key; a telephone number 10 and begins with 0 or a plus. Dates stay.
    private static func isPersonal(_ run: Substring.UnicodeScalarView) -> Bool {
        let digits = run.count { isDigit($0) || isLetter($0) }
        let begins = run.first == "0" || run.first == "+"
        return digits >= 13 || digits >= 10 && (begins || !run.contains("-"))
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar == "A" || scalar == "B" }
}
