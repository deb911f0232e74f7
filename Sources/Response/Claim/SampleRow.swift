import Vocabulary

/// A row of a leaked sample, as far as somebody can be found by it. Its values are an attacker's: they are looked for and
/// compared, and never printed.
public struct SampleRow: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// Its number among the sample's rows, from 1; the header is none.
    public let number: Int
    /// What it says, as written; nothing empty.
    let values: [SampleColumn: String]

    /// The row's number and nothing else.
    public var description: String { "row \(number)" }

    /// The same.
    public var debugDescription: String { description }

}

extension SampleRow {
    /// The birth date as `YYYY-MM-DD`; nil, as the others, where there is none that can be searched by.
    var birthdate: String? { values[.birthdate].flatMap(SampleDate.day) }

    /// The NIR, letters and digits only.
    var nir: String? {
        usable(.nir, values[.nir]?.filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
    }

    /// The e-mail address.
    var email: String? { usable(.email, values[.email].map(SampleRow.visible)) }

    /// The telephone number, digits and a leading plus only. Programs that take it for a number lose the zero before nine digits.
    var phone: String? {
        guard let text = values[.phone] else { return nil }
        let digits = text.filter { $0.isASCII && $0.isNumber }
        if text.first(where: { !$0.isWhitespace }) == "+" { return usable(.phone, "+" + digits) }
        let isShort = digits.utf8.count == 9 && !digits.hasPrefix("0")
        return usable(.phone, isShort ? "0" + digits : digits)
    }

    /// The family name.
    var family: String? { usable(.family, values[.family].map(SampleRow.visible)) }

    /// The given names.
    var given: String? { usable(.family, values[.given]) }

    private func usable(_ field: SearchTerm.Field, _ value: String?) -> String? {
        value.flatMap { SearchTerm(field, $0).folded == nil ? nil : $0 }
    }

    /// Without control characters, which are folded away and which no parameter of a search may hold.
    private static func visible(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.generalCategory != .control }))
    }
}
