import JSONTree
import Testing
import Vocabulary

@testable import Response

@Suite("An incident as a STIX bundle")
struct STIXBundleTests {
    private func objects(_ incident: IncidentSummary, _ type: String) -> [JSONValue] {
        (STIXBundle(incident).value["objects"]?.array ?? []).filter { $0["type"]?.string == type }
    }

    @Test func idsAreUniqueOfVersion4AndReferencesResolve() throws {
        let objects = STIXBundle(try SampleIncident.breach()).value["objects"]?.array ?? []
        let ids = objects.compactMap { $0["id"]?.string }
        #expect(Set(ids).count == objects.count)
        for id in ids {
            let uuid = Array(id.suffix(36).utf8)
            #expect(uuid[14] == UInt8(ascii: "4"))
            #expect([0x38, 0x39, 0x61, 0x62].contains(uuid[19]))
        }
        for object in objects {
            for key in ["created_by_ref", "source_ref", "target_ref"] {
                if let reference = object[key]?.string { #expect(ids.contains(reference)) }
            }
        }
        let report = try #require(objects.last)
        #expect(report["object_refs"]?.array?.compactMap(\.string) == Array(ids.dropLast()))
    }

    @Test func theIncidentHasItsCore() throws {
        let incident = try #require(objects(try SampleIncident.breach(), "incident").first)
        #expect(incident["id"]?.string == "incident--\(SampleIncident.id)")
        let core = incident["extensions"]?[STIXObjects.incidentCore]
        #expect(core?["extension_type"]?.string == "property-extension")
        #expect(core?["determination"]?.string == "confirmed")
        #expect(core?["scores"]?.array?.map { $0["value"]?.number?.text } == ["4.0", "5.0"])
        #expect(core?["impacted_entity_counts"]?["organization"]?.number?.int64 == 1_500)
        #expect(core?["impacted_entity_counts"]?["individual"] == nil)
        #expect(incident["description"]?.string?.contains("restricted: unknown, not zero (foreign-evidence)") == true)
        #expect(incident["external_references"]?.array?.count == 1_505)
    }

    @Test func techniquesPointToTheMatrix() throws {
        let patterns = objects(try SampleIncident.breach(), "attack-pattern")
        let ids = patterns.compactMap { $0["external_references"]?.array?.first?["external_id"]?.string }
        #expect(ids == ["T1078.004", "T1213", "T1539"])
    }

    @Test func hashesAndGatewaysHaveNoPattern() throws {
        let indicators = objects(try SampleIncident.breach(), "indicator")
        #expect(indicators.count == 1_503)
        for indicator in indicators {
            #expect(indicator["pattern"]?.string?.hasPrefix("[user-account:user_id = '") == true)
        }
    }

    @Test func uncertainCountsAreNotGiven() throws {
        let scope = SampleScope.scope([.medical: .unknown(.unverifiedRest)], people: .unknown(.unverifiedRest))
        let incident = try #require(objects(try SampleIncident.summary(practices: [scope]), "incident").first)
        #expect(incident["extensions"]?[STIXObjects.incidentCore]?["impacted_entity_counts"] == nil)
    }

    @Test func createdIsNeverAfterModified() throws {
        let times = IncidentSummary.Times(
            written: SampleIncident.began, discovered: SampleIncident.began.adding(seconds: 9))
        let bundle = STIXBundle(try SampleIncident.summary(practices: [], times: times)).value
        for object in bundle["objects"]?.array ?? [] { #expect(object["created"] == object["modified"]) }
    }
}
