import JSONTree
import Testing

@testable import FHIR

@Suite struct MessageTests {
    @Test(.enabled(if: Samples.areThere, "the shared examples are not there"))
    func rewritingNothingChangesNothing() throws {
        var references = 0
        for (name, resource) in Samples.examples {
            #expect(References.rewrite(resource) { _ in nil } == resource, "\(name)")
            references += References.all(in: resource).count
            let marked = References.rewrite(resource) { "X" + $0 }
            #expect(References.all(in: marked) == References.all(in: resource).map { "X" + $0 }, "\(name)")
            #expect(References.rewrite(marked) { String($0.dropFirst()) } == resource, "\(name)")
        }
        #expect(references > 500)
    }

    @Test func referencesAreFoundWhereverTheyStand() throws {
        let resource = try json(
            #"{"resourceType":"DocumentReference","contained":[{"resourceType":"Observation","subject":{"reference":"urn:uuid:1"}}],"subject":{"reference":"urn:uuid:1","_reference":{"extension":[{"url":"urn:x","valueReference":{"reference":"urn:uuid:2"}}]}},"content":[{"attachment":{"url":"urn:uuid:3"}}],"extension":[{"url":"urn:uuid:1","valueCanonical":"urn:uuid:1"}]}"#
        )
        #expect(References.all(in: resource) == ["urn:uuid:1", "urn:uuid:1", "urn:uuid:2", "urn:uuid:3"])
        let mapped = References.rewrite(resource) { $0 == "urn:uuid:1" ? "Patient/9" : nil }
        #expect(mapped.text == resource.text.replacing(#""reference":"urn:uuid:1""#, with: #""reference":"Patient/9""#))
    }

    @Test func whatIsBuiltIsValid() throws {
        let outcome = OperationOutcome([
            .init(
                .error, "throttled", detail: .init("opening-limit"), diagnostics: "later", expressions: ["Patient.name"]
            )
        ]).json
        let patient = try #require(ResourceType("Patient"))
        let statement = CapabilityStatement(
            date: "2026-01-01", software: ("Colloque", "1"),
            resources: [
                .init(
                    patient, interactions: ["read"],
                    searchParameters: [.init("name", "string", documentation: "Any part.")])
            ],
            systemInteractions: ["transaction"])
        let built: [JSONValue] = [
            outcome, statement.json, try JSONValue(parsing: Bundle.searchset([], total: 0)),
            try JSONValue(
                parsing: Bundle.searchset(
                    [.init(fullUrl: "https://x/Patient/1", resource: ["resourceType": "Patient", "id": "1"])], total: 1,
                    links: [.init("self", "https://x")])),
            Bundle.transactionResponse([
                .init(
                    status: "201 Created", location: "Patient/1", etag: "W/\"1\"", lastModified: "2026-01-01T00:00:00Z",
                    outcome: outcome)
            ]),
        ]
        for resource in built { #expect(StructureCheck.issues(resource) == [], "\(resource.text)") }
        #expect(Bundle.kind(of: built[2]) == .searchset)
        let entry = try json(
            #"{"resourceType":"Bundle","type":"transaction","entry":[{"fullUrl":"urn:uuid:1","request":{"method":"PUT","url":"Patient/1","ifMatch":"W/\"1\"","ifNoneExist":"a=b"},"resource":{"resourceType":"Patient"}}]}"#
        )
        let read = try #require(Bundle.entries(of: entry).first)
        #expect(
            read.method == "PUT" && read.url == "Patient/1" && read.ifMatch == "W/\"1\"" && read.ifNoneExist == "a=b")
        #expect(read.resource?["resourceType"]?.string == "Patient" && read.fullUrl == "urn:uuid:1")
    }
}
