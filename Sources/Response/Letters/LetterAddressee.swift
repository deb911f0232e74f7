import JSONTree
import Vocabulary

/// To whom a letter about a patient goes, as the Patient resource says it.
public struct LetterAddressee: Hashable, Sendable {
    /// Whose record it is.
    public let name: String
    /// The postal address, a line each.
    public let address: [String]
    /// Whether the patient is, or may be, a minor on the letter's day: of a birth date that has no day or month, the last
    /// that it may be counts.
    public let isMinor: Bool
    /// Whether the record has no birth date that can be read: then the letter is an adult's.
    public let hasNoBirthDate: Bool

    private static let majority = 18
    private static let maximumLines = 8
    private static let maximumText = 200

    /// Reads a Patient. Throws why there can be no letter.
    /// - Parameter day: The letter's day.
    public init(_ patient: JSONValue, on day: CivilDate) throws(UnnamedReason) {
        if patient["deceasedBoolean"]?.bool == true || patient["deceasedDateTime"] != nil { throw .deceased }
        guard let name = LetterAddressee.name(patient) else { throw .noName }
        let address = LetterAddressee.address(patient)
        guard !address.isEmpty else { throw LetterAddressee.isRedacted(patient) ? .addressNotShown : .noAddress }
        (self.name, self.address) = (name, address)
        let birth = patient["birthDate"]?.string.flatMap(LetterAddressee.lastDay)
        hasNoBirthDate = birth == nil
        isMinor = birth.map { LetterAddressee.majority(of: $0) > day } ?? false
    }

    /// What the letter says of the person.
    public func letter(tiers: Tiers, code: String, in language: DocumentLanguage) -> LetterFacts {
        guard isMinor else { return LetterFacts(recipient: name, address: address, tiers: tiers, code: code) }
        let guardians = language.either(
            "Aux représentants légaux de \(name)", "To the parents or guardians of \(name)")
        return LetterFacts(recipient: guardians, address: address, minor: name, tiers: tiers, code: code)
    }

    private static func isRedacted(_ patient: JSONValue) -> Bool {
        (patient["meta"]?["security"]?.array ?? []).contains { $0["code"]?.string == "REDACTED" }
    }

    /// The name that somebody goes by (FHIR R4, HumanName): the usual one before the official one, never an old one.
    private static func name(_ patient: JSONValue) -> String? {
        let names = patient["name"]?.array ?? []
        let order = ["usual", "official", nil, "maiden"]
        let ranked = order.flatMap { use in names.filter { $0["use"]?.string == use } }
        // A usual name may be the family's alone.
        let given = names.lazy.compactMap { ($0["given"]?.array ?? []).lazy.compactMap(\.string).first }.first
        return ranked.lazy.compactMap { text($0, otherwise: given) }.first
    }

    private static func text(_ name: JSONValue, otherwise other: String?) -> String? {
        let given = (name["given"]?.array ?? []).lazy.compactMap(\.string).first ?? other
        guard name["family"] != nil || name["given"] != nil else { return name["text"]?.string.flatMap(clipped) }
        let parts = [given, name["family"]?.string].compactMap { $0.flatMap(clipped) }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// The address at which somebody gets letters (FHIR R4, Address): home before others, never an old one.
    private static func address(_ patient: JSONValue) -> [String] {
        let all = (patient["address"]?.array ?? []).filter { $0["use"]?.string != "old" }
        let order = all.filter { $0["use"]?.string == "home" } + all.filter { $0["use"]?.string != "home" }
        return order.lazy.map(lines).first { !$0.isEmpty } ?? []
    }

    private static func lines(_ address: JSONValue) -> [String] {
        let street = (address["line"]?.array ?? []).compactMap { $0.string.flatMap(clipped) }
        let town = [address["postalCode"], address["city"]].compactMap { $0?.string.flatMap(clipped) }
        var lines = street + (town.isEmpty ? [] : [town.joined(separator: " ")])
        if lines.isEmpty {
            lines = (address["text"]?.string ?? "").split(whereSeparator: \.isNewline).compactMap {
                clipped(String($0))
            }
        }
        let country = address["country"]?.string.flatMap(clipped)
        if let country, !lines.isEmpty, !["FR", "FRA", "France"].contains(country) { lines.append(country) }
        return Array(lines.prefix(maximumLines))
    }

    /// Without space around it and cut; nil when nothing is left.
    private static func clipped(_ text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? nil : String(words.prefix(maximumText))
    }

    /// The last day that a FHIR date, with or without day and month, may be.
    private static func lastDay(_ text: String) -> CivilDate? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }
        guard (1...3).contains(parts.count), numbers.count == parts.count, (1800...2200).contains(numbers[0]) else {
            return nil
        }
        if numbers.count == 1 { return CivilDate(year: numbers[0], month: 12, day: 31) }
        guard (1...12).contains(numbers[1]) else { return nil }
        if numbers.count == 2 {
            let next = numbers[1] == 12 ? (numbers[0] + 1, 1) : (numbers[0], numbers[1] + 1)
            return CivilDate(year: next.0, month: next.1, day: 1).adding(-1)
        }
        let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
        return date.components == (numbers[0], numbers[1], numbers[2]) ? date : nil
    }

    private static func majority(of birth: CivilDate) -> CivilDate {
        let (year, month, day) = birth.components
        return CivilDate(year: year + majority, month: month, day: day)
    }
}
