import FHIR
import JSONTree
import Testing

@testable import Gateway

/// What `/fhir/metadata` says.
@Suite struct MetadataTests {
    private let statement = Metadata.statement.json

    private func resource(_ type: String) -> JSONValue? {
        statement["rest"]?.array?.first?["resource"]?.array?.first { $0["type"]?.string == type }
    }

    @Test func isOfR4sStructure() {
        #expect(StructureCheck.issues(statement).isEmpty)
    }

    @Test func saysNothingOfTypesThatAreNotStored() throws {
        for type in ["ValueSet", "StructureDefinition", "Bundle"] {
            let found = try #require(resource(type))
            #expect(found["interaction"] == nil && found["searchParam"] == nil && found["conditionalCreate"] == nil)
            #expect(found["operation"]?.array?.count == 1, "\(type)")
        }
        for type in ["Patient", "Observation", "Organization", "Binary"] {
            let found = try #require(resource(type))
            #expect(found["interaction"]?.array?.count == 8 && found["conditionalCreate"] == true, "\(type)")
        }
        let written = try #require(resource("AuditEvent")?["interaction"]?.array).compactMap { $0["code"]?.string }
        #expect(written == ["read", "search-type"])
    }

    @Test func namesEachParameterOnce() throws {
        for type in ResourceType.all {
            let names = (resource(type.name)?["searchParam"]?.array ?? []).compactMap { $0["name"]?.string }
            #expect(Set(names).count == names.count, "\(type.name)")
        }
        let own = try #require(resource("Patient")?["searchParam"]?.array).filter { $0["documentation"] == nil }
        #expect(
            own.compactMap { $0["name"]?.string } == [
                "_id", "birthdate", "email", "family", "given", "identifier", "name", "phone", "phonetic", "telecom",
            ])
    }
}
