import JSONTree
import Testing
import Vocabulary

@testable import Detection

@Suite("Findings as ECS")
struct ECSFindingTests {
    private let value = ECSFinding().value(of: SampleFinding.fanOut())

    @Test func alertWithRuleAndThreat() {
        #expect(value["@timestamp"]?.string == "2026-01-05T08:30:00.000Z")
        #expect(value["ecs"]?["version"]?.string == "8.17.0")
        #expect(value["event"]?["kind"]?.string == "alert")
        #expect(value["event"]?["severity"]?.number?.int64 == 73)
        #expect(value["event"]?["category"] == ["database"])
        #expect(value["event"]?["dataset"]?.string == "postgresql.pgaudit")
        #expect(value["rule"]?["id"]?.string == "fan-out")
        #expect(value["threat"]?["technique"]?["id"] == ["T1530", "T1078"])
        #expect(value["threat"]?["technique"]?["subtechnique"]?["id"] == ["T1078.004"])
        #expect(value["threat"]?["tactic"]?["name"] == ["Exfiltration"])
        #expect(value["user"]?["id"]?.string == "svc-export")
        #expect(value["related"]?["ip"] == ["2001:db8::7", "203.0.113.9"])
        #expect(value["labels"]?["practice"]?.string == "p1,p2")
        #expect(value["labels"]?["measure"]?.string == "62")
    }

    /// Only field sets and fields of ECS 8.17 are written; `labels` is the place for anything else.
    @Test func namesAreOfTheSchema() {
        let known: [String: Set<String>] = [
            "ecs": ["version"], "rule": ["id", "name", "ruleset"], "threat": ["framework", "tactic", "technique"],
            "event": [
                "kind", "id", "category", "type", "severity", "start", "end", "provider", "module", "dataset", "reason",
            ], "user": ["id"], "host": ["hostname"], "source": ["address", "ip"], "destination": ["address", "ip"],
            "related": ["user", "ip", "hosts"], "observer": ["vendor", "product", "version", "type"],
        ]
        let flat: Set<String> = ["@timestamp", "message", "tags", "labels"]
        for member in value.object?.members ?? [] where !flat.contains(member.key) {
            let names = Set(member.value.object?.members.map(\.key) ?? [])
            #expect(known[member.key]?.isSuperset(of: names) == true, "\(member.key)")
        }
    }

    @Test func labelsAreFlat() {
        var finding = SampleFinding.fanOut()
        finding.shown = [Finding.Pair("a.b", "1"), Finding.Pair("a_b", "2"), Finding.Pair("events", "3")]
        let labels = ECSFinding().value(of: finding)["labels"]
        #expect(labels?["a_b"]?.string == "1")
        #expect(labels?["events"]?.string == "3100")
    }
}
