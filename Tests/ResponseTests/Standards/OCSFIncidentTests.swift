import JSONTree
import Testing
import Vocabulary

@testable import Response

@Suite("An incident as an OCSF finding")
struct OCSFIncidentTests {
    @Test func requiredAttributesAreThere() throws {
        let value = OCSFIncident(try SampleIncident.breach()).value
        let numbers: [String: Int64] = [
            "activity_id": 2, "category_uid": 2, "class_uid": 2005, "type_uid": 200_502, "severity_id": 5,
            "status_id": 2, "impact_id": 4, "confidence_id": 2, "verdict_id": 2,
            "time": SampleIncident.times.written.milliseconds, "start_time": SampleIncident.began.milliseconds,
        ]
        for (key, number) in numbers { #expect(value[key]?.number?.int64 == number, "\(key)") }
        #expect(value["metadata"]?["version"]?.string == "1.3.0")
        #expect(value["assignee_group"]?["name"]?.string == "Incident response")
        #expect(value["is_suspected_breach"]?.bool == true)
        #expect(value["finding_info_list"]?.array?.first?["uid"]?.string == SampleIncident.id.description)
        #expect(value["attacks"]?.array?.first?["technique"]?["uid"]?.string == "T1078")
        #expect(value["attacks"]?.array?.first?["sub_technique"]?["uid"]?.string == "T1078.004")
        #expect(value["attacks"]?.array?.last?["sub_technique"] == nil)
    }

    @Test func bothBoundsStandAndUnknownIsNull() throws {
        let enrichments = OCSFIncident(try SampleIncident.breach()).value["enrichments"]?.array ?? []
        #expect(enrichments.count == 6)
        let contact = enrichments[1]["data"]
        #expect(contact?["at_least"]?.number?.int64 != contact?["at_most"]?.number?.int64)
        #expect(enrichments[2]["value"]?.string == "unknown, not zero (foreign-evidence)")
        #expect(enrichments[2]["data"]?["at_least"]?.isNull == true)
        #expect(enrichments[2]["data"]?["at_most"]?.isNull == true)
        #expect(enrichments[5]["name"]?.string == "people")
        #expect(enrichments[5]["data"]?["at_least"]?.number?.int64 == 11_000)
    }

    @Test(
        "Activity follows progress",
        arguments: [
            (IncidentSummary.Standing.Progress.new, Int64(200_501)), (.open, 200_502), (.closed, 200_503),
        ])
    func activity(progress: IncidentSummary.Standing.Progress, type: Int64) throws {
        let standing = IncidentSummary.Standing(isConfirmed: false, confidence: .none, progress: progress)
        let value = OCSFIncident(try SampleIncident.summary(practices: [], standing: standing)).value
        #expect(value["type_uid"]?.number?.int64 == type)
        #expect(value["verdict"]?.string == "Suspicious")
        #expect(value["severity_id"]?.number?.int64 == 0)
        #expect(value["is_suspected_breach"]?.bool == false)
    }
}
