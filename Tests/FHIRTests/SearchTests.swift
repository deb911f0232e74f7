import JSONTree
import Testing
import Vocabulary

@testable import FHIR

@Suite struct SearchTests {
    private static let patient = #"""
        {"resourceType":"Patient","birthDate":"1955-08-14","name":[{"family":"Le Goff","given":["Marie-Noëlle"]}],
        "identifier":[{"system":"urn:oid:1.2.250.1.213.1.4.8","value":"255081416802538"},{"system":"urn:ipp","value":"A1"}],
        "telecom":[{"system":"phone","value":"06 12 34 56 78"},{"system":"email","value":"M@X.fr"},{"system":"url","value":"http://x"}]}
        """#

    @Test func aPatientIsFoundByEachField() throws {
        let terms = SearchTerms.of(try json(SearchTests.patient))
        let expected: [IndexTerm] = [
            IndexTerm(SearchTerm(.family, "legoff"), .identity), IndexTerm(SearchTerm(.familyPrefix, "leg"), .identity),
            IndexTerm(SearchTerm(.familyBirthdate, "legoff|1955-08-14"), .identity),
            IndexTerm(SearchTerm(.birthdate, "1955-08-14"), .identity),
            IndexTerm(SearchTerm(.identifier, "urn:ipp|A1"), .identity),
            IndexTerm(SearchTerm(.identifier, "|A1"), .identity),
            IndexTerm(SearchTerm(.nir, "255081416802538"), .contact),
            IndexTerm(SearchTerm(.phone, "06 12 34 56 78"), .contact),
            IndexTerm(SearchTerm(.email, "M@X.fr"), .contact),
        ]
        for term in expected { #expect(terms.contains(term), "\(term.term.field) \(term.tier)") }
        #expect(terms.allSatisfy { $0.term.folded != nil })
        #expect(Set(terms).count == terms.count)
        #expect(terms.allSatisfy { $0.term.field == .sound || !$0.term.value.contains("Marie") })
        let sounds = terms.filter { $0.term.field == .sound }
        #expect(sounds.map(\.term.value) == ["Le", "Goff", "Marie", "Noëlle"])
        #expect(sounds.allSatisfy { $0.tier == .identity })
    }

    @Test func soundsAreAsLabelledAsTheirPatient() throws {
        let label =
            #""meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"HIV"}]},"name""#
        let terms = SearchTerms.of(try json(SearchTests.patient.replacing(#""name""#, with: label)))
        let sounds = terms.filter { $0.term.field == .sound }
        #expect(sounds.count == 4 && sounds.allSatisfy { $0.tier == .restricted })
    }

    @Test func soundsFilterWhatWasOpened() throws {
        let patient = try json(SearchTests.patient)
        for (typed, isMatch) in [
            ("Le Gof", true), ("noel", true), ("marie-noel", true), ("Goph", true), ("Marie Paul", false),
        ] { #expect(try SearchQuery(parse: [("phonetic", typed)]).matches(patient) == isMatch, "\(typed)") }
        let masked = try json(#"{"resourceType":"Patient"}"#)
        #expect(!(try SearchQuery(parse: [("phonetic", "Goff")]).matches(masked)))
    }

    @Test func oneLetterBeforeAnApostropheIsNoWord() throws {
        for (typed, words) in [
            ("d'Artagnan", ["Artagnan"]), ("O’Brien Sean", ["Brien", "Sean"]),
            ("Jean-Paul d'Or", ["Jean", "Paul", "Or"]),
        ] {
            let query = try SearchQuery(parse: [("phonetic", typed), ("birthdate", "1955-08-14")])
            #expect(query.terms == words.map { SearchTerm(.sound, $0) } + [SearchTerm(.birthdate, "1955-08-14")])
            #expect(query.filters == words.map(SearchQuery.Filter.sound))
        }
    }

    @Test func queriesMeetWhatWasIndexed() throws {
        let patient = try json(SearchTests.patient)
        let indexed = Set(SearchTerms.of(patient).map { [UInt8]($0.term.field.rawValue.utf8) + ($0.term.folded ?? []) })
        let found: [[(String, String)]] = [
            [("name", "Le G")], [("family", "LEGOFF")], [("family", "goff"), ("given", "marie n")],
            [("birthdate", "eq1955-08-14")],
            [("identifier", "urn:ipp|A1")], [("identifier", "A1")], [("identifier", "2 55 08 14 168 025 38")],
            [("identifier", "urn:oid:1.2.250.1.213.1.4.8|2550814168025")], [("phone", "+33612345678")],
            [("email", "m@x.fr")],
            [("telecom", "0612345678"), ("birthdate", "1955-08-14")],
            [("family", "Le"), ("birthdate", "1955-08-14")],
            [("phonetic", "Goffe le"), ("given", "marie")], [("phonetic", "Mari"), ("birthdate", "1955-08-14")],
        ]
        for parameters in found {
            let query = try SearchQuery(parse: parameters.map { (name: $0.0, value: $0.1) })
            for term in query.terms {
                #expect(indexed.contains([UInt8](term.field.rawValue.utf8) + (term.folded ?? [])), "\(parameters)")
            }
            #expect(query.matches(patient), "\(parameters)")
        }
        #expect(!(try SearchQuery(parse: [("family", "legoff"), ("given", "jean")]).matches(patient)))
    }

    @Test func whatCannotBeAnsweredIsRefusedByName() {
        let cases: [([(String, String)], String)] = [
            ([("favourite", "x")], "favourite: unknown parameter"), ([("Jean Dupont", "x")], "?: unknown parameter"),
            ([("family:exact", "x")], "family: modifiers are not supported"),
            ([("given", "Marie")], "given: needs a name"),
            ([("family", "Le")], "family: at least three letters"), ([("birthdate", "1955")], "birthdate: not a value"),
            ([("birthdate", "ge1955-01-01")], "birthdate: not a value"),
            ([("family", "a,b")], "family: one value only"),
            ([("family", "Martin"), ("family", "Durand")], "family: given more than once"),
            ([("identifier", "x|")], "identifier: not a value"), ([], "Patient: needs a name"),
            ([("phone", "12")], "phone: not a value"),
            ([("phonetic", "d")], "phonetic: at least two letters in each word"),
            ([("phonetic", "Martin d")], "phonetic: at least two letters in each word"),
            ([("phonetic", "un deux trois quatre cinq")], "phonetic: not a value"),
            ([("phonetic", "12")], "phonetic: not a value"), ([("phonetic", "hh")], "phonetic: not a value"),
            ([("phonetic", "d'")], "phonetic: not a value"),
            ([("phonetic", "Martin,Durand")], "phonetic: one value only"),
            ([("phonetic:exact", "Martin")], "phonetic: modifiers are not supported"),
            ([("phonetic", "Martin"), ("phonetic", "Durand")], "phonetic: given more than once"),
        ]
        for (parameters, expected) in cases {
            do throws(SearchQuery.Refusal) {
                _ = try SearchQuery(parse: parameters.map { (name: $0.0, value: $0.1) })
                Issue.record("answered: \(expected)")
            } catch { #expect(error.description.hasPrefix(expected), "\(error)") }
        }
    }

    @Test func bookingsNameProfessionalAndDay() throws {
        let member = MemberID(high: 1, low: 2)
        let text =
            #"{"resourceType":"Appointment","status":"booked","start":"2026-03-01T23:30:00+02:00","participant":[{"actor":{"reference":"Practitioner/7"},"status":"accepted"},{"actor":{"reference":"Patient/1"}},{"actor":{"reference":"Practitioner/8"},"status":"declined"}]}"#
        let terms = SearchTerms.of(try json(text)) { $0 == "Practitioner/7" ? member : nil }
        #expect(terms == [IndexTerm(SearchTerm(.booking, "\(member)|2026-03-01"), .identity)])
        #expect(SearchTerms.booking(of: try json(text.replacing("booked", with: "cancelled"))) == nil)
    }

    @Test func frenchIdentifiers() throws {
        #expect(FrenchIdentifiers.nirKey("2550814168025") == 38)
        #expect(FrenchIdentifiers.nirKey("284052A321025") == 52)
        #expect(FrenchIdentifiers.nirKey("284052B321025") == 79)
        #expect(FrenchIdentifiers.nirKey("284052C321025") == nil)
        #expect(FrenchIdentifiers.hasValidNIRKey("2 84 05 2A 321 025 52"))
        #expect(!FrenchIdentifiers.hasValidNIRKey("255081416802539"))
        // ISO/IEC 7812-1: 7992739871 has the key 3.
        #expect(FrenchIdentifiers.isRPPS("79927398713"))
        #expect(!FrenchIdentifiers.isRPPS("79927398710"))
        let doctor = try json(
            #"{"resourceType":"Practitioner","identifier":[{"system":"https://rpps.esante.gouv.fr","value":"79927398710"},{"system":"urn:oid:1.2.250.1.71.4.2.1","value":"879927398713"}]}"#
        )
        #expect(FrenchIdentifiers.warnings(doctor).map(\.description) == ["rpps at Practitioner.identifier[0].value"])
        let patient = try json(SearchTests.patient.replacing("802538", with: "802539"))
        #expect(FrenchIdentifiers.warnings(patient).map(\.description) == ["nir at Patient.identifier[0].value"])
        #expect(FrenchIdentifiers.warnings(try json(SearchTests.patient)) == [])
    }
}
