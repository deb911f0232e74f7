import Foundation
import JSONTree
import Testing

@testable import FHIR

@Suite struct PathTests {
    private static let patient = #"""
        {"resourceType":"Patient","id":"1","active":true,"name":[{"use":"official","family":"Le Goff","given":["Marie","Anne"]},
        {"use":"usual","given":["Mimi"],"_given":[{"extension":[{"url":"urn:x","valueCode":"CL"}]}]}],
        "_birthDate":{"extension":[{"url":"urn:b","valueDateTime":"1955"}]},"multipleBirthInteger":2,
        "contained":[{"resourceType":"Organization","id":"o","name":"X"}],
        "managingOrganization":{"reference":"#o"},"generalPractitioner":[{"reference":"Practitioner/7"},
        {"reference":"Organization/8"},{"reference":"urn:uuid:9","type":"PractitionerRole"}],
        "extension":[{"url":"urn:e","valueQuantity":{"value":1.50}}]}
        """#

    private func values(_ path: String, _ resource: String = patient) throws -> [String] {
        try ElementPath(path).nodes(in: json(resource)).map { "\($0.type) \($0.value.text)" }
    }

    @Test(arguments: [
        ("Patient.name.given", [#"string "Marie""#, #"string "Anne""#, #"string "Mimi""#]),
        ("name[1].given", [#"string "Mimi""#]), ("name[7].given", []), ("Observation.name", []),
        ("Resource.id", [#"id "1""#]), ("id", [#"id "1""#]), ("DomainResource.id", [#"id "1""#]),
        ("name.where(use = 'official').family", [#"string "Le Goff""#]),
        ("name.where(use != 'official' and given.exists()).given", [#"string "Mimi""#]),
        ("name.where(use = 'a' or use = 'usual').given.first()", [#"string "Mimi""#]),
        ("name.given.last()", [#"string "Mimi""#]), ("name.exists(use = 'old')", ["boolean false"]),
        ("multipleBirth", ["integer 2"]), ("multipleBirthInteger", []), ("multipleBirth as integer", ["integer 2"]),
        ("(Patient.multipleBirth as boolean)", []), ("multipleBirth.ofType(integer)", ["integer 2"]),
        ("multipleBirth is integer", ["boolean true"]), ("multipleBirth.is(System.Boolean)", ["boolean false"]),
        ("multipleBirth = 2.0", ["boolean true"]), ("multipleBirth = '2'", ["boolean false"]),
        ("deceased.exists() and deceased != false", ["boolean false"]), ("deceased != false", []),
        ("active | multipleBirth", ["boolean true", "integer 2"]), ("active.not()", ["boolean false"]),
        ("photo.empty()", ["boolean true"]), ("birthDate.exists()", ["boolean true"]), ("birthDate", ["date null"]),
        ("birthDate.extension('urn:b').value", [#"dateTime "1955""#]),
        ("extension('urn:e').value.value", ["decimal 1.50"]),
        ("extension('urn:none')", []), ("hasExtension('urn:e')", ["boolean true"]),
        ("name.where(given.hasExtension('urn:x')).use", [#"code "usual""#]),
        ("generalPractitioner.where(resolve() is Practitioner).reference", [#"string "Practitioner/7""#]),
        ("generalPractitioner.where(resolve().is(PractitionerRole)).reference", [#"string "urn:uuid:9""#]),
        ("managingOrganization.resolve().name", [#"string "X""#]), ("%resource.id", [#"id "1""#]),
        ("name.where($this.use = 'usual').use", [#"code "usual""#]), ("`name`.family", [#"string "Le Goff""#]),
        ("'a\\'b'", [#"string "a'b""#]), ("true and nothing", []), ("false and nothing", ["boolean false"]),
        ("true or nothing", ["boolean true"]), ("contained.name", [#"string "X""#]),
    ])
    func values(path: String, expected: [String]) throws { #expect(try values(path) == expected) }

    @Test(arguments: [
        ("", "syntax at 0"), ("name.", "syntax at 5"), ("name..given", "syntax at 5"), ("name)", "syntax at 4"),
        ("(name", "syntax at 5"), ("name[a]", "literal at 5"), ("name[0", "syntax at 6"), ("'a", "literal at 0"),
        ("'\\q'", "literal at 1"), ("name.run()", "unknownFunction at 5"), ("a is Nothing", "unknownType at 5"),
        ("a ! b", "syntax at 2"), ("a = b = c", "syntax at 6"), ("$that", "syntax at 1"), ("%ucum", "syntax at 1"),
        ("a # b", "syntax at 2"), ("é", "syntax at 0"), ("name.where()", "syntax at 11"),
        (String(repeating: "(", count: 20), "tooDeep at 12"), (String(repeating: "a", count: 5000), "tooLong at 4096"),
        ("extension(a)", "syntax at 10"), ("name[99999999999]", "literal at 5"), ("Nothing.name", "unknownType at 0"),
    ])
    func errors(path: String, expected: String) {
        do throws(PathError) {
            _ = try ElementPath(path)
            Issue.record("read: \(path)")
        } catch { #expect(error.description == expected, "\(path)") }
    }

    @Test func nodesSayWhereTheyAre() throws {
        let nodes = try ElementPath("name.given | multipleBirth").nodes(in: json(PathTests.patient))
        #expect(nodes[1].location == [.key("name"), .index(0), .key("given"), .index(1)])
        #expect(nodes[3].location == [.key("multipleBirthInteger")])
        let beside = try ElementPath("birthDate.extension[0].value").nodes(in: json(PathTests.patient))
        #expect(beside.first?.type == "dateTime")
    }

    @Test func workIsBounded() throws {
        let wide = Array(repeating: "name.given", count: 300).joined(separator: "|")
        let path = try ElementPath(
            "(\(wide)).where((%resource.name|%resource.name).where((%resource.name|%resource.name|%resource.name).where(%resource.name.given.exists()).exists()).exists())"
        )
        #expect(throws: PathError.self) { try path.nodes(in: json(PathTests.patient)) }
    }

    @Test(.enabled(if: Samples.areThere, "the shared examples are not there"))
    func everyOfficialExpressionIsReadAndFollowed() throws {
        let file = try #require(Samples.shared).appending(path: "data/fhir-r4-definitions/search-parameters.ndjson")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        var paths: [ElementPath] = []
        for line in lines {
            let parameter = try JSONValue(parsing: line.utf8)
            let components = (parameter["component"]?.array ?? []).map { $0["expression"]?.string }
            for text in ([parameter["expression"]?.string] + components).compactMap(\.self) {
                paths.append(try ElementPath(text))
            }
        }
        #expect(lines.count == 1400 && paths.count > 1400)
        var found = 0
        for (_, resource) in Samples.smallExamples {
            for path in paths { found += try path.nodes(in: resource).count }
        }
        #expect(found > 5000, "\(found)")
    }

    @Test func randomTextsAreReadOrRefused() {
        var random = SeededGenerator(seed: 7)
        let pieces = [
            "name", ".", "(", ")", "[", "0", "]", "|", "=", "!=", "'a'", "where", "is", "as", "Patient", "and", "or",
            "$this", "%resource", "exists", "first()", " ", "\\", "'", "`", "é", "true", "1.5", "extension",
        ]
        var read = 0
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            guard let path = try? ElementPath(text) else { continue }
            read += 1
            _ = try? path.nodes(in: json(PathTests.patient))
        }
        #expect(read > 300)
    }
}
