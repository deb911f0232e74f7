import JSONTree
import Testing
import Vocabulary

@testable import Detection

@Suite("Findings as OCSF")
struct OCSFFindingTests {
    private let value = OCSFFinding().value(of: SampleFinding.fanOut())

    /// What the schema 1.3.0 requires of the class and of each object that is written, and what its numbers must be.
    @Test func requiredAttributesAreThere() {
        let numbers = [
            "activity_id": 1, "category_uid": 2, "class_uid": 2004, "type_uid": 200_401, "severity_id": 4,
            "status_id": 1,
            "time": SampleFinding.noon.milliseconds, "count": 3_100,
        ]
        for (key, number) in numbers { #expect(value[key]?.number?.int64 == number, "\(key)") }
        #expect(value["metadata"]?["version"]?.string == "1.3.0")
        #expect(value["metadata"]?["product"]?["vendor_name"]?.string == "Colloque")
        let information = value["finding_info"]
        #expect(information?["uid"]?.string == "5f0c")
        #expect(information?["title"]?.string == "Account touches many practices")
        #expect(information?["analytic"]?["type_id"]?.number?.int64 == 1)
        #expect(information?["last_seen_time"]?.number?.int64 == SampleFinding.noon.milliseconds)
        let evidence = value["evidences"]?.array?.first
        #expect(evidence?["actor"]?["user"]?["uid"]?.string == "svc-export")
        #expect(evidence?["device"]?["type_id"]?.number?.int64 == 0)
        #expect(evidence?["dst_endpoint"]?["ip"]?.string == "203.0.113.9")
        #expect(evidence?["data"]?["practice"]?.array?.count == 2)
        #expect(evidence?["data"]?["measure"]?.number?.int64 == 62)
    }

    @Test func attacksComeFromTags() {
        let attacks = value["finding_info"]?["attacks"]?.array ?? []
        #expect(attacks.compactMap { $0["technique"]?["uid"]?.string } == ["T1530", "T1078"])
        #expect(attacks.last?["sub_technique"]?["uid"]?.string == "T1078.004")
        #expect(attacks.first?["tactics"]?.array?.first?["uid"]?.string == "TA0010")
        let tags = AttackTags([
            "attack.command_and_control", "attack.Initial-Access", "attack.t15", "attack.t1078.4", "t1",
        ])
        #expect(tags.tactics.map(\.id) == ["TA0011", "TA0001"])
        #expect(tags.tactics.first?.name == "Command and Control")
        #expect(tags.techniques.isEmpty)
    }

    @Test func levelsAndUpdates() {
        let levels = RuleLevel.allCases.map { OCSFFinding.severity($0).id }
        #expect(levels == [1, 2, 3, 4, 5])
        let update = OCSFFinding().value(of: SampleFinding.fanOut(), .update)
        #expect(update["type_uid"]?.number?.int64 == 200_402)
        #expect(update["finding_info"]?["uid"] == value["finding_info"]?["uid"])
    }

    @Test func emptyFindingHasNoEmptyObjects() {
        let bare = Finding(
            id: "1", rule: "r", title: "t", level: .low, first: SampleFinding.noon, last: SampleFinding.noon)
        let text = String(decoding: OCSFFinding().line(bare) + ECSFinding().line(bare), as: UTF8.self)
        #expect(!text.contains("{}"))
        #expect(!text.contains("null"))
    }

    @Test func hostileTextStaysText() throws {
        let lines = OCSFFinding().line(SampleFinding.hostile)
        #expect(lines.count(where: { $0 == 10 }) == 1)
        let back = try JSONValue(parsing: lines)
        #expect(back["finding_info"]?["title"]?.string == SampleFinding.hostile.title)
        let device = back["evidences"]?.array?.first?["device"]
        #expect(device?["hostname"] == nil && device?["name"] != nil)
    }
}
