import JSONTree
import Testing

@testable import FHIR

@Suite struct ProjectionTests {
    private static let observation = #"""
        {"resourceType":"Observation","id":"o","meta":{"versionId":"1","profile":["http://p"]},"text":{"status":"generated","div":"<div/>"},
        "contained":[{"resourceType":"Patient","id":"x"}],"extension":[{"url":"urn:e","valueString":"e"}],
        "modifierExtension":[{"url":"urn:m","valueString":"m"}],"status":"final","_status":{"id":"s"},"category":[{"text":"c"}],
        "code":{"coding":[{"code":"k","extension":[{"url":"urn:x","valueString":"y"}]}],"text":"t"},
        "valueQuantity":{"value":1.00,"unit":"mg"},"note":[{"text":"n"}],
        "component":[{"code":{"text":"a"},"valueString":"b","interpretation":[{"text":"i"}],"modifierExtension":[{"url":"urn:n","valueString":"n"}]}]}
        """#
    private static let tag =
        #""tag":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationValue","code":"SUBSETTED"}]"#
    private static let meta = #""meta":{"versionId":"1","profile":["http://p"],\#(tag)}"#

    private func projected(_ parameters: String, _ resource: String = observation) throws -> String {
        let resource = try json(resource)
        return try query("\(resource["resourceType"]?.string ?? "")?\(parameters)").projection.apply(resource).text
    }

    @Test func summaryKeepsWhatR4Marks() throws {
        #expect(
            try projected("_summary=true")
                == #"{"resourceType":"Observation","id":"o",\#(Self.meta),"modifierExtension":[{"url":"urn:m","valueString":"m"}],"status":"final","_status":{"id":"s"},"code":{"coding":[{"code":"k"}],"text":"t"},"valueQuantity":{"value":1.00,"unit":"mg"},"component":[{"code":{"text":"a"},"valueString":"b","modifierExtension":[{"url":"urn:n","valueString":"n"}]}]}"#
        )
    }

    @Test func textAndElementsKeepWhatIsMandatory() throws {
        let rest =
            #""modifierExtension":[{"url":"urn:m","valueString":"m"}],"status":"final","_status":{"id":"s"},"code":{"coding":[{"code":"k","extension":[{"url":"urn:x","valueString":"y"}]}],"text":"t"}"#
        #expect(
            try projected("_summary=text")
                == #"{"resourceType":"Observation","id":"o",\#(Self.meta),"text":{"status":"generated","div":"<div/>"},\#(rest)}"#
        )
        #expect(
            try projected("_elements=value,note")
                == #"{"resourceType":"Observation","id":"o",\#(Self.meta),\#(rest),"valueQuantity":{"value":1.00,"unit":"mg"},"note":[{"text":"n"}]}"#
        )
        #expect(try projected("_elements=valueQuantity").contains(#""valueQuantity""#))
    }

    @Test func dataLosesTheNarrativeOnly() throws {
        let data = try projected("_summary=data")
        #expect(!data.contains("div") && data.contains(#""contained""#) && data.contains(Self.tag))
        #expect(try projected("_summary=false") == json(Self.observation).text)
        #expect(try projected("") == json(Self.observation).text)
    }

    @Test func theTagStandsOnce() throws {
        let bare = #"{"resourceType":"Patient","id":"p","gender":"male"}"#
        #expect(try projected("_elements=name", bare) == #"{"resourceType":"Patient","id":"p","meta":{\#(Self.tag)}}"#)
        let tagged = #"{"resourceType":"Patient","meta":{\#(Self.tag)}}"#
        #expect(try projected("_summary=data", tagged) == tagged)
    }

    @Test(arguments: [
        "_elements=nothing", "_elements=", "_elements=_status", "_elements=code.text", "_elements=status&_summary=true",
        "_summary=x",
    ])
    func isRefused(parameters: String) {
        #expect(throws: ClinicalIssues.self) { try query("Observation?\(parameters)") }
    }

    @Test(.enabled(if: Samples.areThere, "the shared examples are not there"))
    func whatIsLeftOfExamplesIsValid() throws {
        for (name, resource) in Samples.smallExamples where StructureCheck.issues(resource).isEmpty {
            for projection in [Projection.summary, .text, .data, .elements(["id"])] {
                // A reference to a contained resource, or a document's first entry, may have gone with what is left out.
                let issues = StructureCheck.issues(projection.apply(resource)).filter {
                    !["ref-1", "bdl-11", "bdl-12"].contains($0.code.rawValue)
                }
                #expect(issues.isEmpty, "\(name) \(projection)")
            }
        }
    }
}
