import JSONTree
import Testing
import Vocabulary

@testable import Response

@Suite("An incident as a VERIS record")
struct VERISRecordTests {
    @Test func theRealisticCase() throws {
        let record = VERISRecord(try SampleIncident.breach()).value
        #expect(record["schema_version"]?.string == "1.4.1")
        #expect(record["incident_id"]?.string == SampleIncident.id.description)
        #expect(record["timeline"]?["incident"]?["year"]?.number?.int64 == 2025)
        #expect(record["timeline"]?["discovery"] == ["unit": "Days", "value": 9])
        #expect(record["timeline"]?["containment"] == ["unit": "Hours", "value": 1])
        #expect(record["victim"]?["secondary"]?["amount"]?.number?.int64 == 1_500)
        #expect(record["victim"]?["secondary"]?["victim_id"]?.array?.count == 1_500)
        #expect(record["action"]?["hacking"]?["variety"] == ["Use of stolen creds"])
        #expect(record["discovery_method"]?["internal"]?["variety"] == ["Security alarm"])
        #expect(
            record["notes"]?.string?.hasPrefix("Severity (ENISA 2013): 4.0, very-high; may be 5.0, very-high.") == true)
        #expect(record["ioc"]?.array?.count == 1_505)
    }

    @Test func amountsAreLowerBoundsAndUnknownHasNone() throws {
        let practices = SampleIncident.country
        let record = VERISRecord(try SampleIncident.summary(practices: practices)).value
        let lower = practices.map { $0[.contact].people.lower }.reduce(0, +)
        let upper = practices.compactMap { $0[.contact].people.upper }.reduce(0, +)
        let confidentiality = record["attribute"]?["confidentiality"]
        let data = confidentiality?["data"]?.array ?? []
        #expect(data.map { $0["variety"]?.string } == ["Personal", "Sensitive Personal", "Medical"])
        #expect(data[1]["amount"]?.number?.int64 == lower)
        #expect(data[2]["amount"] == nil)
        #expect(confidentiality?["data_disclosure"]?.string == "Potentially")
        let notes = confidentiality?["notes"]?.string ?? ""
        #expect(notes.contains("contact: at least \(lower), at most \(upper) (contradiction)"))
        #expect(notes.contains("medical: unknown, not zero (foreign-evidence)"))
        let rows = record["plus"]?["scope"]?.array ?? []
        #expect(rows.map { $0["at_most"]?.isNull } == [false, false, true, true, false])
    }

    @Test func nobodyAndUnknownDiffer() throws {
        let nobody = VERISRecord(try SampleIncident.summary(practices: [SampleScope.scope([:])])).value
        #expect(nobody["attribute"]?["confidentiality"]?["data"] == nil)
        #expect(nobody["attribute"]?["confidentiality"]?["data_disclosure"]?.string == "No")
        #expect(nobody["victim"]?["secondary"] == nil)
        let scope = SampleScope.scope([.medical: .unknown(.unverifiedRest)], people: .unknown(.unverifiedRest))
        let unknown = VERISRecord(try SampleIncident.summary(practices: [scope])).value
        #expect(unknown["attribute"]?["confidentiality"]?["data"] == [["variety": "Personal"], ["variety": "Medical"]])
        #expect(unknown["attribute"]?["confidentiality"]?["data_total"] == nil)
        #expect(unknown["attribute"]?["confidentiality"]?["data_disclosure"]?.string == "Unknown")
        #expect(unknown["victim"]?["secondary"]?["amount"] == nil)
    }

    @Test func onlyAnAccessLogSaysThatDataWasDisclosed() throws {
        let scope = SampleScope.scope([.medical: Bounds(4)], read: [.medical: Bounds(1)])
        let record = VERISRecord(try SampleIncident.summary(practices: [scope])).value
        #expect(record["attribute"]?["confidentiality"]?["data_disclosure"]?.string == "Yes")
    }

    @Test func aStolenCopyIsALossOfTheMedium() throws {
        let cause = IncidentSummary.Cause(actor: .unknown, action: .stolenCopy, isMalicious: nil)
        let record = VERISRecord(try SampleIncident.summary(practices: [], cause: cause)).value
        #expect(record["attribute"]?["availability"]?["variety"] == ["Loss"])
        #expect(record["attribute"]?["confidentiality"]?["state"] == ["Stored encrypted"])
        let other = VERISRecord(try SampleIncident.summary(practices: [])).value
        #expect(other["attribute"]?["availability"] == nil)
    }

    @Test func missingAndContradictingTimesAreSaid() throws {
        let written = SampleIncident.began
        let bare = try SampleIncident.summary(practices: [], times: IncidentSummary.Times(written: written))
        let record = VERISRecord(bare).value
        #expect(record["timeline"]?["discovery"] == ["unit": "Unknown"])
        #expect(record["notes"]?.string?.contains("date of the timeline is that of the writing") == true)
        let times = IncidentSummary.Times(
            written: written, began: written, discovered: written.adding(seconds: -1))
        let contradicting = VERISRecord(try SampleIncident.summary(practices: [], times: times)).value
        #expect(contradicting["timeline"]?["discovery"] == ["unit": "Unknown"])
        #expect(contradicting["notes"]?.string?.contains("contradicts itself") == true)
    }
}
