import JSONTree
import Testing
import Vocabulary

@testable import Response

@Suite("To whom a letter goes")
struct LetterAddresseeTests {
    private static let day = CivilDate(year: 2026, month: 11, day: 27)
    private static let home: JSONValue = [
        ["line": ["3 rue du Lac", "Bât. B"], "postalCode": "74000", "city": "Annecy"]
    ]

    private static func addressee(_ members: [(String, JSONValue)], born: String = "1970-05-06") throws
        -> LetterAddressee
    {
        var patient = JSONObject()
        patient["resourceType"] = "Patient"
        patient["name"] = [["use": "official", "family": "Roux", "given": ["Ève", "Marie"]]]
        patient["birthDate"] = .string(born)
        patient["address"] = home
        for (key, value) in members { patient[key] = value }
        return try LetterAddressee(.object(patient), on: day)
    }

    @Test("An adult's letter goes to the adult, with the address as it is written")
    func adult() throws {
        let found = try Self.addressee([])
        #expect(found.name == "Ève Roux")
        #expect(found.address == ["3 rue du Lac", "Bât. B", "74000 Annecy"])
        let letter = found.letter(tiers: [.identity], code: "7KQ4-M2XH-9TBR", in: .french)
        #expect(letter.recipient == "Ève Roux" && letter.minor == nil && letter.tiers == [.identity])
    }

    @Test("A minor's letter goes to those who represent the minor")
    func minor() throws {
        let letter = try Self.addressee([], born: "2015-01-01").letter(tiers: .all, code: "c", in: .french)
        #expect(letter.recipient == "Aux représentants légaux de Ève Roux" && letter.minor == "Ève Roux")
    }

    @Test(
        "A minor until the day before the eighteenth birthday, and as long as the date allows it",
        arguments: [
            ("2008-11-27", false), ("2008-11-28", true), ("2008-11", true), ("2008-10", false), ("2008", true),
            ("2007", false), ("2008-12", true), ("2026-11-27", true), ("1900-01-01", false),
        ])
    func majority(born: String, isMinor: Bool) throws {
        let found = try Self.addressee([], born: born)
        #expect(found.isMinor == isMinor && !found.hasNoBirthDate)
    }

    @Test(
        "No birth date, or none that can be read, is told",
        arguments: ["", "06/05/1970", "2010-13-01", "2010-02-30", "1-2-3"])
    func undated(born: String) throws {
        let found = try Self.addressee([], born: born)
        #expect(found.hasNoBirthDate && !found.isMinor)
    }

    @Test("The usual name before the official one, never an old one or an old address")
    func names() throws {
        let names: JSONValue = [
            ["use": "old", "family": "Ancien"], ["use": "official", "family": "Roux", "given": ["Ève"]],
            ["use": "usual", "family": "  Le \n Goff "],
        ]
        let addresses: JSONValue = [
            ["use": "old", "city": "Lyon"], ["use": "work", "city": "Paris"],
            ["use": "home", "text": "2 quai\n29000 Quimper"],
        ]
        let found = try Self.addressee([("name", names), ("address", addresses)])
        #expect(found.name == "Ève Le Goff" && found.address == ["2 quai", "29000 Quimper"])
        let abroad: JSONValue = [["city": "Namur", "postalCode": "5000", "country": "BE"]]
        #expect(try Self.addressee([("address", abroad)]).address == ["5000 Namur", "BE"])
        #expect(try Self.addressee([("name", [["text": "Ève Roux"]])]).name == "Ève Roux")
    }

    @Test("Why there can be none")
    func reasons() {
        let redacted: JSONValue = ["security": [["code": "REDACTED"]]]
        let cases: [([(String, JSONValue)], UnnamedReason)] = [
            ([("deceasedBoolean", true)], .deceased), ([("deceasedDateTime", "2026-01-01")], .deceased),
            ([("name", [])], .noName), ([("name", [["use": "old", "family": "Roux"]])], .noName),
            ([("address", [])], .noAddress), ([("address", [["use": "old", "city": "Lyon"]])], .noAddress),
            ([("address", []), ("meta", redacted)], .addressNotShown),
        ]
        for (members, reason) in cases { #expect(throws: reason) { try Self.addressee(members) } }
        #expect(throws: Never.self) { try Self.addressee([("deceasedBoolean", false), ("meta", redacted)]) }
    }

    @Test("Every outcome is read as it was written")
    func outcomes() {
        let all: [LetterOutcome] =
            [.letter, .minor, .undated, .nobody] + UnnamedReason.allCases.map(LetterOutcome.unnamed)
        for outcome in all { #expect(LetterOutcome(rawValue: outcome.rawValue) == outcome) }
        #expect(LetterOutcome(rawValue: "lett") == nil)
        #expect(all.count { !$0.isFinal } == 2 && all.count(where: \.isLetter) == 3)
    }
}
