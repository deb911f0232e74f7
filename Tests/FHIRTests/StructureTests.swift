import JSONTree
import Testing

@testable import FHIR

@Suite struct StructureTests {
    /// The official examples that R4's own definitions refuse, and why.
    private static let defective: [String: String] = [
        "DeviceMetric-example.json": "wrongTarget at DeviceMetric.parent",
        "Observation-clinical-gender.json": "wrongTarget at Observation.performer[0]",
        "Questionnaire-qs1.json": "missingElement at Questionnaire.item[0].item[0].linkId",
    ]

    @Test(.enabled(if: Samples.areThere, "the shared examples are not there"))
    func officialExamplesPass() throws {
        for (name, resource) in Samples.examples {
            let errors = StructureCheck.issues(resource).filter { $0.severity == .error }
            #expect(errors.first?.description == StructureTests.defective[name], "\(name)")
        }
    }

    @Test(.enabled(if: Samples.areThere, "the shared examples are not there"))
    func syntheaPasses() throws {
        for (name, resource) in Samples.synthea() {
            let issues = StructureCheck.issues(resource)
            if let first = issues.first { Issue.record("\(name): \(first)") }
        }
    }

    @Test func eachFaultIsNamedAndPlaced() throws {
        let cases: [(String, String)] = [
            (#"{"resourceType":"Patient","contact":[{"nom":"x"}]}"#, "unknownElement at Patient.contact[0].nom"),
            (#"{"resourceType":"Patient","Jean Dupont":1}"#, "unknownElement at Patient.?"),
            (#"{"resourceType":"Patient","birthDate":["2000"]}"#, "notRepeatable at Patient.birthDate"),
            (#"{"resourceType":"Patient","name":{"family":"x"}}"#, "listExpected at Patient.name"),
            (#"{"resourceType":"Patient","name":[]}"#, "empty at Patient.name"),
            (#"{"resourceType":"Patient","name":[{}]}"#, "empty at Patient.name[0]"),
            (#"{"resourceType":"Patient","active":"true"}"#, "wrongKind at Patient.active"),
            (#"{"resourceType":"Patient","active":null}"#, "wrongKind at Patient.active"),
            (#"{"resourceType":"Patient","name":["x"]}"#, "wrongKind at Patient.name[0]"),
            (#"{"resourceType":"Patient","birthDate":"2000-13-01"}"#, "invalidValue at Patient.birthDate"),
            (#"{"resourceType":"Patient","gender":"fe  male"}"#, "invalidValue at Patient.gender"),
            (#"{"resourceType":"Patient","id":"a_b"}"#, "invalidValue at Patient.id"),
            (#"{"resourceType":"Patient","multipleBirthInteger":1.5}"#, "invalidValue at Patient.multipleBirthInteger"),
            (
                #"{"resourceType":"Patient","deceasedBoolean":true,"deceasedDateTime":"2000"}"#,
                "severalOfChoice at Patient.deceasedDateTime"
            ),
            (#"{"resourceType":"Patient","_name":[{"id":"a"}]}"#, "misplacedExtension at Patient._name"),
            (
                #"{"resourceType":"Patient","contained":[{"resourceType":"Nobody"}]}"#,
                "unknownType at Patient.contained[0]"
            ),
            (
                #"{"resourceType":"Patient","contained":[{"resourceType":"Patient","contained":[{"resourceType":"Patient"}]}]}"#,
                "nestedContained at Patient.contained[0].contained"
            ),
            (
                #"{"resourceType":"Patient","name":[{"given":["a","b"],"_given":[{"id":"x"}]}]}"#,
                "misplacedExtension at Patient.name[0]._given"
            ),
            (#"{"resourceType":"Nobody"}"#, "unknownType at Resource"), (#"[1]"#, "unknownType at Resource"),
        ]
        for (input, expected) in cases {
            #expect(StructureCheck.issues(try json(input)).map(\.description).contains(expected), "\(input)")
        }
        let good =
            #"{"resourceType":"Patient","_birthDate":{"extension":[{"url":"urn:a","valueDateTime":"2000-01-01T10:00:00.5+02:00"}]},"name":[{"given":["a",null],"_given":[null,{"extension":[{"url":"urn:a","valueCode":"x"}]}]}]}"#
        #expect(StructureCheck.issues(try json(good)) == [])
    }

    @Test func issuesAreBounded() throws {
        let names = (0..<200).map { "\"x\($0)\":1" }.joined(separator: ",")
        let issues = StructureCheck.issues(try json("{\"resourceType\":\"Patient\",\(names)}"))
        #expect(issues.count == StructureCheck.maximumIssues)
    }

    @Test func formsOfDates() {
        let good = ["2000", "2000-02", "2000-02-29"]
        let bad = ["", "200", "2000-", "2000-2", "2000-00", "2000-01-32", "2000-01-01T10:00", "20000"]
        for text in good { #expect(PrimitiveKind.date.allows(.string(text)), "\(text)") }
        for text in bad { #expect(!PrimitiveKind.date.allows(.string(text)), "\(text)") }
        #expect(PrimitiveKind.instant.allows("2000-01-01T10:00:00.123Z"))
        #expect(!PrimitiveKind.instant.allows("2000-01-01T10:00:00"))
        #expect(!PrimitiveKind.instant.allows("2000-01"))
        #expect(PrimitiveKind.dateTime.allows("2000-01"))
        #expect(PrimitiveKind.time.allows("10:00:00"))
        #expect(!PrimitiveKind.time.allows("10:00"))
        #expect(!PrimitiveKind.positiveInt.allows(0))
        #expect(!PrimitiveKind.unsignedInt.allows(-1))
        #expect(PrimitiveKind.integer.allows(-2_147_483_648))
        #expect(!PrimitiveKind.integer.allows(2_147_483_648))
    }
}
