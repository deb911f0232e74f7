import JSONTree
import Testing
import Vocabulary

@testable import Response

@Suite("People of a sample, and how each is looked for")
struct SamplePeopleTests {
    private static func people(_ text: String) throws -> SamplePeople { SamplePeople(try SampleTests.read(text)) }

    @Test("Rows are not people")
    func duplicates() throws {
        let people = try SamplePeopleTests.people(
            """
            nom;prenom;ddn;nir;tel;mail
            LE GOFF;Anne;14/08/1955;;;
            le goff;ANNE;1955-08-14;2 55 08 14 168 025 38;;
            Martin;Jean;;;06 39 98 00 01;
            MARTIN;jean;;;+33639980001;
            Martin;Jeanne;;;0639980001;
            Legoff;Anne;1955-08-14;255081416802538;01 99 00 00 01;
            Durand;Luc;1970-01-01;170010000000100;;
            Durand;Luc;1970-01-01;170010000000200;;
            ;;;;;x@example.org
            ;;;;; X@Example.org
            Martin;Jean;;;639980001;
            """)
        #expect(people.all.map(\.rows) == [[1, 2, 6], [3, 4, 11], [5], [7], [8], [9, 10]])
        #expect(people.all.map { $0.search?.key } == [.nir, .phone, .phone, .nir, .nir, .email])
        #expect(people.all.first?.number == 2)
    }

    @Test func theOrderOfRowsDoesNotMatter() throws {
        let rows = (0..<40).map {
            "Nom\("abcdefghij".dropFirst($0 % 10).prefix(1));P;01/01/19\(10 + $0 % 5);\($0 % 3 == 0 ? "25508141680\(20 + $0 % 10)" : "")"
        }
        let head = "nom;prenom;ddn;nir\n"
        let sizes = try (0..<10).map { _ in
            try SamplePeopleTests.people(head + rows.shuffled().joined(separator: "\n")).all.map(\.rows.count).sorted()
        }
        #expect(Set(sizes).count == 1)
    }

    @Test("Searches are escaped, encoded and say nothing of a value")
    func searches() throws {
        let people = try SamplePeopleTests.people(
            #"""
            family,given,birthdate,nir,phone,email
            Le Goff,Anne,1955-08-14,2 55 08 14 168 025 38,,
            "A,B|C\D$E",,,,,"x,y@z&family=q"
            Dupré-Noël,,,,+33 6 39 98 00 01,
            Ba,,2001-02-03,,,
            Martin,,2001-02-03,,,
            =cmd|'/C calc'!A0,,2001-02-03,,12,no
            """#)
        let ins = "urn%3Aoid%3A1.2.250.1.213.1.4.8%7C255081416802538"
        #expect(
            people.all.map { $0.search?.query } == [
                "identifier=" + ins, #"email=x%5C%2Cy%40z%26family%3Dq&family=A%5C%2CB%5C%7CC%5C%5CD%5C%24E"#,
                "phone=%2B33639980001&family=Dupr%C3%A9-No%C3%ABl", nil,
                "family=Martin&birthdate=2001-02-03",
                "family=%3Dcmd%5C%7C%27%2FC%20calc%27%21A0&birthdate=2001-02-03",
            ])
        #expect(
            people.all.map { "\($0) \($0.search.map(String.init(describing:)) ?? "")" }.joined().contains("Goff")
                == false)
        #expect(String(reflecting: people.all.first?.search) == "Optional(search by nir)")
    }

    @Test func peopleAreDrawnEvenly() throws {
        let rows = (0..<100).map { $0 % 10 == 9 ? "nothing" : "p\($0)@example.org" }
        let people = try SamplePeopleTests.people("email\n" + rows.joined(separator: "\n"))
        #expect(people.drawn(1_000).count == 90)
        let drawn = people.drawn(30)
        #expect(Set(drawn).count == 30)
        #expect((0..<3).allSatisfy { third in drawn.count { $0 / 34 == third } >= 9 })
        #expect(people.drawn(0).isEmpty)
    }

    private static func patient(_ id: PatientID, _ given: String, _ born: String) -> JSONValue {
        [
            "resource": [
                "resourceType": "Patient", "id": .string("\(id)"), "birthDate": .string(born),
                "name": [["family": "Martin", "given": [.string(given)]]],
            ]
        ]
    }

    private static func judged(_ row: String, _ entries: [JSONValue]) throws -> Result<[PatientID], UnknownReason> {
        let people = try people("family,given,birthdate,nir,phone\n" + row)
        let person = try #require(people.all.first)
        return Result { () throws(UnknownReason) in
            try ClaimMatch.patients(["resourceType": "Bundle", "entry": .array(entries)], for: person)
        }
    }

    @Test("What was found is compared with the row")
    func matches() throws {
        let (a, b) = (PatientID.random(), PatientID.random())
        let (jean, jeanne) = (Self.patient(a, "Jean-Luc", "1970-01-01"), Self.patient(b, "Jeanne", "1970-01-01"))
        let again = Self.patient(b, "JEAN-LUC", "1970-01-01")
        let outcome: (String) -> JSONValue = { code in
            [
                "resource": [
                    "resourceType": "OperationOutcome", "issue": [["details": ["coding": [["code": .string(code)]]]]],
                ]
            ]
        }
        let family = "Martin,Jean,1970-01-01,,"
        #expect(try Self.judged(family, []) == .success([]))
        #expect(try Self.judged(family, [jean]) == .success([a]))
        #expect(try Self.judged("Martin,J.,1970-01-01,,", [jean]) == .success([a]))
        #expect(try Self.judged("Martin,Paul,1970-01-01,,", [jean]) == .failure(.differs))
        #expect(try Self.judged("Martin,Jean-Luc,1970-01-01,,", [jean, jeanne]) == .success([a]))
        #expect(try Self.judged("Martin,,1970-01-01,,", [jean, jeanne]) == .failure(.several))
        #expect(try Self.judged("Martin,,1970-01-01,,", [jean, again]) == .success([a, b]))
        #expect(try Self.judged("Martin,,1971-01-01,,0639980001", [jean]) == .failure(.differs))
        #expect(try Self.judged("x,y,,255081416802538,", [jean, jeanne]) == .success([a, b]))
        #expect(try Self.judged(family, [outcome("keep-typing")]) == .failure(.tooMany))
        #expect(try Self.judged(family, [jean, outcome("opening-limit")]) == .failure(.notShown))
    }
}
