/// One thing to find a patient by: a field and the value as somebody typed or recorded it.
///
/// Folding happens here and nowhere else, and runs in the broker, at write and at search, so that both sides agree.
public struct SearchTerm: Hashable, Sendable {
    /// What the value is.
    public enum Field: String, CaseIterable, Sendable {
        /// NIR or INS matricule.
        case nir
        /// Any other identifier, `system|value`.
        case identifier
        /// Telephone number.
        case phone
        /// E-mail address.
        case email
        /// Birth date, `YYYY-MM-DD`.
        case birthdate
        /// Whole family name.
        case family
        /// First 3 to 6 letters of a family name.
        case familyPrefix = "family-prefix"
        /// Family name and birth date, `family|YYYY-MM-DD`.
        case familyBirthdate = "family-birthdate"
        /// A booking, `professional's member id|YYYY-MM-DD`.
        case booking
        /// The SHA-256 of an imported entry, in hexadecimal.
        case entry
        /// One word of a family or given name, by its sound in French.
        case sound
    }

    /// What the value is.
    public let field: Field
    /// The value as typed.
    public let value: String
    /// Longest value that is read, in UTF-8 bytes.
    public static let maximumLength = 256

    /// Keeps the field and the value as typed.
    public init(_ field: Field, _ value: String) {
        self.field = field
        self.value = value
    }

    /// Reads `field:value`.
    public init?(_ text: some StringProtocol) {
        guard let colon = text.firstIndex(of: ":"), let field = Field(rawValue: String(text[..<colon])) else {
            return nil
        }
        self.init(field, String(text[text.index(after: colon)...]))
    }

    /// The bytes that the index token is computed of, or nil when the value cannot be one of its field.
    public var folded: [UInt8]? {
        guard value.utf8.count <= SearchTerm.maximumLength else { return nil }
        let text: String?
        switch field {
        case .nir: text = SearchTerm.foldNIR(value)
        case .identifier: text = value.isEmpty ? nil : value
        case .phone: text = SearchTerm.foldPhone(value)
        case .email: text = SearchTerm.foldEmail(value)
        case .birthdate: text = SearchTerm.isDay(value) ? value : nil
        case .family: text = SearchTerm.foldName(value)
        case .familyPrefix: text = SearchTerm.foldName(value).flatMap { (3...6).contains($0.utf8.count) ? $0 : nil }
        case .familyBirthdate: text = SearchTerm.foldPair(value, SearchTerm.foldName)
        case .booking: text = SearchTerm.foldPair(value) { MemberID($0)?.description }
        case .entry: text = value.utf8.count == 64 && value.utf8.allSatisfy(SearchTerm.isHex) ? value : nil
        case .sound: text = FrenchSound.key(of: value).flatMap { $0.isEmpty ? nil : $0 }
        }
        return text.map { Array($0.utf8) }
    }
}

extension SearchTerm {
    /// The terms by which a family name is found: whole, whole with the birth date, and its prefixes of 3 to 6 letters;
    /// also for each word of a compound name.
    public static func terms(family: String, birthdate: String?) -> [SearchTerm] {
        var names = [String]()
        if let whole = foldName(family) { names.append(whole) }
        for word in family.split(whereSeparator: { !$0.isLetter }) {
            if let name = foldName(String(word)), name.utf8.count >= 3, !names.contains(name) { names.append(name) }
        }
        var terms = [SearchTerm]()
        for name in names.prefix(8) {
            terms.append(SearchTerm(.family, name))
            if let birthdate { terms.append(SearchTerm(.familyBirthdate, "\(name)|\(birthdate)")) }
            for length in 3...6 where name.utf8.count >= length {
                terms.append(SearchTerm(.familyPrefix, String(name.prefix(length))))
            }
        }
        return Array(Set(terms)).sorted { ($0.field.rawValue, $0.value) < ($1.field.rawValue, $1.value) }
    }

    /// The terms by which a patient is found by the sound of the names: one for each of the first 64 words that has two letters or
    /// more, as far as it sounds otherwise than those before it, 12 at most.
    public static func sounds(of names: [String]) -> [SearchTerm] {
        var (keys, terms, left): (Set<[UInt8]>, [SearchTerm], Int) = ([], [], 64)
        for name in names {
            for word in FrenchSound.words(of: String(name.prefix(maximumLength))).prefix(left) {
                left -= 1
                let term = SearchTerm(.sound, String(word))
                guard word.count >= 2, let key = term.folded, keys.insert(key).inserted else { continue }
                terms.append(term)
                if terms.count == 12 { return terms }
            }
            if left == 0 { break }
        }
        return terms
    }

    /// The term for a family name as far as it was typed: a prefix up to 6 letters, the whole name beyond; nil under 3.
    public static func typed(family: String) -> SearchTerm? {
        guard let name = foldName(family), name.utf8.count >= 3 else { return nil }
        return SearchTerm(name.utf8.count <= 6 ? .familyPrefix : .family, name)
    }

    /// Letters only, without accents, lower case: `Le Goff-Noël` → `legoffnoel`; nil when nothing is left.
    static func foldName(_ text: String) -> String? {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return foldPlainName(text) }
        var out = ""
        for scalar in text.decomposedScalars {
            switch scalar {
            case "œ", "Œ": out += "oe"
            case "æ", "Æ": out += "ae"
            case "ß": out += "ss"
            case "ø", "Ø": out += "o"
            case "ł", "Ł": out += "l"
            case "đ", "Đ": out += "d"
            default:
                guard scalar.properties.isAlphabetic, scalar.properties.canonicalCombiningClass == .notReordered else {
                    continue
                }
                out += scalar.properties.lowercaseMapping
            }
        }
        return out.isEmpty ? nil : out
    }

    /// The same for ASCII, where most names are and no table is needed.
    private static func foldPlainName(_ text: String) -> String? {
        var out: [UInt8] = []
        for unit in text.utf8 where (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(unit | 0x20) {
            out.append(unit | 0x20)
        }
        return out.isEmpty ? nil : String(decoding: out, as: UTF8.self)
    }

    /// 13 characters without key, `2A`/`2B` kept: `2 55 08 14 168 025 38` → `2550814168025`.
    static func foldNIR(_ text: String) -> String? {
        let kept = text.uppercased().filter { $0.isASCII && ($0.isNumber || $0.isLetter) }
        guard kept.utf8.count == 13 || kept.utf8.count == 15 else { return nil }
        let number = kept.prefix(13)
        let department = number.dropFirst(5).prefix(2)
        let digits = number.prefix(5) + number.dropFirst(7)
        guard digits.allSatisfy(\.isNumber) else { return nil }
        guard department == "2A" || department == "2B" || department.allSatisfy(\.isNumber) else { return nil }
        return String(number)
    }

    /// Digits in international form; a French `0…` becomes `33…`.
    static func foldPhone(_ text: String) -> String? {
        var digits = String(decoding: asciiDigits(of: text), as: UTF8.self)
        let international = text.first { !$0.isWhitespace } == "+"
        if digits.hasPrefix("00") {
            digits.removeFirst(2)
        } else if !international, digits.hasPrefix("0") {
            digits = "33" + digits.dropFirst()
        } else if digits.hasPrefix("330") {
            digits = "33" + digits.dropFirst(3)
        }
        return (6...15).contains(digits.utf8.count) ? digits : nil
    }

    private static func asciiDigits(of text: String) -> [UInt8] {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            return text.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        return Array(text.filter { $0.isASCII && $0.isNumber }.utf8)
    }

    /// Lower case, without surrounding space.
    static func foldEmail(_ text: String) -> String? {
        let trimmed = text.trimmed.lowercased()
        return trimmed.contains("@") ? trimmed : nil
    }

    /// Folds the part before the bar with `fold` and keeps the day behind it.
    static func foldPair(_ text: String, _ fold: (String) -> String?) -> String? {
        guard let bar = text.lastIndex(of: "|") else { return nil }
        let day = String(text[text.index(after: bar)...])
        guard isDay(day), let folded = fold(String(text[..<bar])) else { return nil }
        return "\(folded)|\(day)"
    }

    /// Whether the text is `YYYY-MM-DD` with a month and day that can be.
    static func isDay(_ text: String) -> Bool {
        let units = Array(text.utf8)
        guard units.count == 10, units[4] == UInt8(ascii: "-"), units[7] == UInt8(ascii: "-") else { return false }
        let digits = [0, 1, 2, 3, 5, 6, 8, 9].map { units[$0] }
        guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return false }
        let month = Int(digits[4] - 48) * 10 + Int(digits[5] - 48)
        let day = Int(digits[6] - 48) * 10 + Int(digits[7] - 48)
        return (1...12).contains(month) && (1...31).contains(day)
    }

    private static func isHex(_ unit: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(unit) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(unit)
    }
}

extension SearchTerm: CustomStringConvertible {
    /// The field only: a value never prints.
    public var description: String { "SearchTerm(\(field.rawValue))" }
}
