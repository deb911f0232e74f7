import Detection
import Vocabulary

/// Findings as the engine makes them, for the tests of what happens to them.
enum SampleFinding {
    /// 2026-01-05T08:30:00.000Z, a Monday.
    static let noon = Timestamp(milliseconds: 1_767_601_800_000)

    /// A key that touched 62 practices.
    static func fanOut(
        id: String = "5f0c", rule: String = "fan-out", level: RuleLevel = .high, account: String = "svc-export",
        at: Timestamp = noon, measure: Double? = 62, events: Int = 3_100
    ) -> Finding {
        Finding(
            id: id, rule: rule, title: "Account touches many practices", level: level,
            tags: ["attack.exfiltration", "attack.t1530", "attack.t1078.004", "cve.2025-1"],
            first: at.adding(seconds: -2_400), last: at, group: [Finding.Pair("account", account)], measure: measure,
            events: events,
            shown: [
                Finding.Pair("host", "db-1"), Finding.Pair("destination", "203.0.113.9"),
                Finding.Pair("practice", "p1"), Finding.Pair("practice", "p2"), Finding.Pair("origin", "2001:db8::7"),
            ], source: LogSource(category: "database", product: "postgresql", service: "pgaudit"),
            why: "62 practices in 40 minutes; highest in 60 days: 1", unit: "practices")
    }

    /// A finding whose texts are hostile to every format.
    static var hostile: Finding {
        var finding = fanOut()
        let text = "a|b\\c=d\"e]f\r\nBcc: all@example.org\u{0}\u{1B}[31m\u{202E}é\n.\n"
        finding.title = text
        finding.rule = text
        finding.why = text
        finding.group = [Finding.Pair("account", text)]
        finding.shown = [Finding.Pair(text, text), Finding.Pair("host", text)]
        finding.tags = [text]
        return finding
    }
}
