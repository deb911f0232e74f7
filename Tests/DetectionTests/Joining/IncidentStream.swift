import Vocabulary

@testable import Detection

/// Random numbers that a seed repeats.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number in 0 ..< 1.
    mutating func unit() -> Double { Double(next() >> 11) / Double(UInt64(1) << 53) }

    /// About a normal distribution: twelve dice.
    mutating func normal() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + unit() } }

    /// A finding of a day, about a few accounts, hosts and practices, some lasting longer than the span.
    mutating func finding(number: Int, _ noon: Timestamp) -> Finding {
        let last = noon.adding(seconds: Int64(next() % 43_200))
        let lasting = next() % 20 == 0 ? Int64(next() % 20_000) : Int64(next() % 600)
        var pairs: [Finding.Pair] = []
        for (field, count) in [("account", 12), ("host", 9), ("practice", 12)] as [(String, UInt64)]
        where next() % 2 == 0 {
            pairs.append(Finding.Pair(field, "\(field)\(next() % count)"))
        }
        let category = ["database", "network_connection", "webserver"][Int(next() % 3)]
        return Finding(
            id: "f\(number)", rule: "r\(next() % 4)", title: "t", level: RuleLevel.allCases[Int(next() % 5)],
            first: last.adding(seconds: -lasting), last: last, group: pairs, measure: Double(next() % 1_000),
            source: LogSource(category: category), unit: next() % 2 == 0 ? "rows" : "bytes")
    }
}

/// Ways to make incidents of findings: as they come, and by the definition.
enum IncidentStream {
    /// As they come; the watermark follows the latest by the lateness.
    static func run(_ findings: [Finding], lateness: Int64, _ options: IncidentOptions) -> Set<CandidateIncident> {
        var joiner = IncidentJoiner(options: options)
        var out: [CandidateIncident] = []
        var latest = Int64.min
        for finding in findings {
            joiner.add(finding)
            latest = max(latest, finding.last.milliseconds)
            out += joiner.advance(to: Timestamp(milliseconds: latest - lateness))
        }
        return Set(out + joiner.finish())
    }

    /// Compares all pairs until nothing changes.
    static func connected(_ findings: [Finding], _ options: IncidentOptions) -> Set<Set<String>> {
        var group = Array(findings.indices)
        for a in findings.indices {
            for b in findings.indices where a < b && areLinked(findings[a], findings[b], options) {
                let (from, to) = (group[a], group[b])
                for place in group.indices where group[place] == from { group[place] = to }
            }
        }
        let parts = Dictionary(grouping: findings.indices) { group[$0] }
        return Set(parts.values.map { Set($0.map { findings[$0].id }) })
    }

    private static func areLinked(_ a: Finding, _ b: Finding, _ options: IncidentOptions) -> Bool {
        func begin(_ finding: Finding) -> Int64 {
            max(finding.first.milliseconds, finding.last.milliseconds - options.span)
        }
        guard begin(a) - options.gap <= b.last.milliseconds, begin(b) - options.gap <= a.last.milliseconds else {
            return false
        }
        func value(_ finding: Finding, _ field: String) -> String? { finding.group.first { $0.field == field }?.value }
        func share(_ field: String) -> Bool { value(a, field).map { $0 == value(b, field) } ?? false }
        if share("account") { return true }
        if share("host"), value(a, "account") == nil || value(b, "account") == nil { return true }
        let isAlone = [a, b].contains { value($0, "account") == nil && value($0, "host") == nil }
        return share("practice") && isAlone
    }
}
