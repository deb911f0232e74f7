import JSONTree
import Testing
import Vocabulary

@testable import FHIR

@Suite("Comparing patients") struct MatchScoreTests {
    private static func patient(
        _ family: String?, _ given: String?, _ birth: String?, _ gender: String? = "female"
    ) throws -> JSONValue {
        let names = [family.map { "\"family\":\"\($0)\"" }, given.map { "\"given\":[\"\($0)\"]" }].compactMap(\.self)
        let members = [
            names.isEmpty ? nil : "\"name\":[{\(names.joined(separator: ","))}]",
            birth.map { "\"birthDate\":\"\($0)\"" },
            gender.map { "\"gender\":\"\($0)\"" },
        ].compactMap(\.self)
        return try json("{" + (["\"resourceType\":\"Patient\""] + members).joined(separator: ",") + "}")
    }

    private static func score(_ a: JSONValue, _ b: JSONValue, _ evidence: Set<MatchEvidence> = []) -> MatchScore {
        PatientMatch(a).score(of: b, found: evidence)
    }

    @Test func grades() throws {
        let zoe = try Self.patient("Lefèvre", "Zoé", "1980-05-17")
        let cases: [(String?, String?, String?, String?, Set<MatchEvidence>, Int, MatchGrade)] = [
            ("Lefèvre", "Zoé", "1980-05-17", "female", [], 80, .probable),
            ("LEFEVRE", "Zoe", "1980-05-17", "female", [.phone], 95, .certain),
            ("Lefèvre", "Zoé", "1980-05-17", "male", [.phone], 80, .probable),
            ("Lefebvre", "Zoé", "1980-05-17", nil, [.nationalNumber], 100, .certain),
            ("Lefebvre", "Zoé", "1980-05-17", nil, [.phone, .email], 98, .probable),
            // A twin, who has the same phone.
            ("Lefèvre", "Léa", "1980-05-17", "female", [.phone], 55, .possible),
            // Her mother, and the number of her husband.
            ("Lefèvre", "Marie", "1951-02-03", "female", [.phone], 0, .certainlyNot),
            ("Lefèvre", "Paul", "1979-01-02", "male", [.nationalNumber], 10, .certainlyNot),
            ("Zoé", "Lefèvre", "1980-05-17", "female", [], 75, .probable),
            ("Lefèvre", "Zoé", "1980-05-18", "female", [.nationalNumber], 100, .probable),
            ("Lefèvre", "Zoé", "1980-05-18", "female", [], 65, .probable),
            ("Lefèvre", "Zoé", "1990-11-30", "female", [], 20, .certainlyNot),
            ("Lefèvre", nil, "1980-05-17", nil, [], 55, .possible), (nil, nil, nil, nil, [], 0, .certainlyNot),
            (nil, nil, nil, nil, [.nationalNumber], 45, .possible),
        ]
        for (family, given, birth, gender, evidence, points, grade) in cases {
            let other = try Self.patient(family, given, birth, gender)
            let score = Self.score(zoe, other, evidence)
            #expect(score.points == points && score.grade == grade, "\(family ?? "") \(given ?? "") \(score)")
            #expect(Self.score(other, zoe, evidence) == score)
        }
    }

    private static func likeness(_ a: String, _ b: String) -> Likeness? {
        NameForm(a).flatMap { one in NameForm(b).map { Likeness(name: one, $0) } }
    }

    @Test func slipsOfTheFinger() {
        for (a, b) in [
            ("martin", "matrin"), ("martin", "martn"), ("martin", "marttin"), ("martin", "mardin"),
            ("lamartiniere", "lamratinire"), ("jean", "jeanphilippe"),
        ] {
            #expect(Self.likeness(a, b) == .alike && Self.likeness(b, a) == .alike, "\(a) \(b)")
        }
        for (a, b) in [("ba", "bo"), ("martin", "mratni"), ("leroux", "morel"), ("li", "lin")] {
            #expect(Self.likeness(a, b) == .different, "\(a) \(b)")
        }
        #expect(Likeness(day: "1980-05-12", "1980-12-05") == .alike)
        #expect(Likeness(day: "1980-05-12", "1981-05-13") == .different)
        #expect(Likeness(day: nil, "1981-05-13") == .unknown)
    }

    @Test func scoresAreDecimalsFromZeroToOne() throws {
        let zoe = try Self.patient("Lefèvre", "Zoé", "1980-05-17")
        #expect(Self.score(zoe, zoe, [.identifier]).decimal.text == "1.00")
        #expect(Self.score(zoe, zoe).decimal.text == "0.80")
        #expect(Self.score(zoe, try Self.patient(nil, nil, nil)).decimal.text == "0.05")
    }

    @Test func whatIsAsked() throws {
        let patient = try json(
            """
            {"resourceType":"Patient","name":[{"family":"Lefèvre"}],"birthDate":"1980-05-17",
            "identifier":[{"system":"urn:oid:1.2.250.1.213.1.4.10","value":"255081416802538"},
            {"system":"https://example.org/p","value":"7"},{"value":"8"}],
            "telecom":[{"system":"phone","value":"0612345678"},{"system":"email","value":"a@example.org"}]}
            """)
        let questions = PatientMatch(patient).questions
        #expect(questions.map(\.evidence) == [.nationalNumber, .identifier, .identity, .phone, .email])
        #expect(questions[1].choices == [[SearchTerm(.identifier, "https://example.org/p|7")]])
        let day = SearchTerm(.birthdate, "1980-05-17")
        #expect(
            questions[2].choices == [
                [day], [SearchTerm(.familyPrefix, "lef"), day], [SearchTerm(.familyBirthdate, "lefevre|1980-05-17")],
            ])
        #expect(PatientMatch(try Self.patient(nil, "Zoé", nil)).questions.isEmpty)
        #expect(PatientMatch(try Self.patient("Ba", "Zoé", nil)).questions.isEmpty)
    }
}
