import Testing
import Vocabulary

@testable import Detection

@Suite("Findings of several sources as one incident")
struct IncidentJoinerTests {
    private let noon = SampleFinding.noon

    private func finding(
        _ id: String, account: String? = nil, host: String? = nil, practice: String? = nil, minute: Int64 = 0,
        lasting: Int64 = 1, level: RuleLevel = .high, rule: String? = nil, category: String = "database",
        amount: (unit: String, value: Double)? = nil
    ) -> Finding {
        let fields = [("account", account), ("host", host), ("practice", practice)]
        return Finding(
            id: id, rule: rule ?? id, title: id, level: level, first: noon.adding(seconds: (minute - lasting) * 60),
            last: noon.adding(seconds: minute * 60),
            group: fields.compactMap { field in field.1.map { Finding.Pair(field.0, $0) } }, measure: amount?.value,
            source: LogSource(category: category), unit: amount?.unit)
    }

    private func joined(_ findings: [Finding], _ options: IncidentOptions = IncidentOptions()) -> [CandidateIncident] {
        var joiner = IncidentJoiner(options: options)
        for finding in findings { joiner.add(finding) }
        return joiner.finish()
    }

    @Test func theDatabaseSaysNothingButTheHostSent() throws {
        var options = IncidentOptions()
        options.hostNames = ["192.0.2.10": "db-1"]
        let incidents = joined(
            [
                finding("dump", account: "backup", host: "db-1", amount: ("rows", 0)),
                finding(
                    "egress", host: "192.0.2.10", minute: 20, lasting: 18, category: "network_connection",
                    amount: ("bytes", 2_100_000_000)),
                finding("audit", account: "backup", minute: 5, level: .medium, category: "ledger"),
            ], options)
        let incident = try #require(incidents.first)
        #expect(incidents.count == 1)
        #expect(incident.findings.map(\.id) == ["egress", "dump", "audit"])
        #expect(incident.accounts == ["backup"] && incident.hosts == ["db-1"])
        #expect(incident.sources == ["database", "ledger", "network_connection"])
        #expect(incident.amounts.rows == 0 && incident.amounts.bytes == 2_100_000_000 && incident.amounts.ratio == nil)
        #expect(incident.amounts.sentence == "database rows 0, but 2.1 GB left the host")
    }

    @Test func rowsAndBytesAreSetAgainstEachOther() {
        func sentence(_ rows: Double, _ bytes: Double) -> String? {
            joined([
                finding("a", account: "x", amount: ("rows", rows)),
                finding("b", account: "x", category: "network_connection", amount: ("bytes", bytes)),
            ]).first?.amounts.sentence
        }
        #expect(sentence(12, 2_100_000_000) == "12 rows asked, but 2.1 GB left the host: 175 MB a row")
        #expect(
            sentence(1_200_000, 2_100_000_000) == "1,200,000 rows asked and 2.1 GB that left the host fit: 1.8 kB a row"
        )
        #expect(sentence(1_200_000, 3_000) == "1,200,000 rows asked, but only 3 kB left the host")
        #expect(sentence(12, 3_000) == nil)
    }

    /// Two rules about the same statements do not make twice the rows; nginx and flows do not make twice the bytes.
    @Test func theSameIsNotCountedTwice() throws {
        let incident = try #require(
            joined([
                finding("a1", account: "x", rule: "bulk", amount: ("rows", 100)),
                finding("a2", account: "x", minute: 3, rule: "bulk", amount: ("rows", 50)),
                finding("b", account: "x", rule: "many", amount: ("rows", 120)),
                finding("c", account: "x", rule: "route", category: "webserver", amount: ("bytes", 900)),
                finding("d", account: "x", rule: "flow", category: "network_connection", amount: ("bytes", 1_000)),
            ]).first)
        #expect(incident.amounts.rows == 150)
        #expect(incident.amounts.bytes == 1_000)
        #expect(incident.amounts.ratio == 1_000.0 / 150)
    }

    @Test func whatIsNotAboutTheSameStaysApart() {
        let cases: [(Finding, Finding, Int)] = [
            (finding("a", account: "x"), finding("b", account: "x", minute: 31), 1),
            (finding("a", account: "x"), finding("b", account: "x", minute: 32), 2),
            (finding("a", account: "x"), finding("b", account: "x", minute: 300, lasting: 290), 1),
            (finding("a", account: "x", host: "h"), finding("b", account: "y", host: "h"), 2),
            (finding("a", account: "x", host: "h"), finding("b", host: "h"), 1),
            (finding("a", account: "x", practice: "p"), finding("b", practice: "p"), 1),
            (finding("a", account: "x", practice: "p"), finding("b", account: "y", practice: "p"), 2),
            (finding("a", practice: "p"), finding("b", host: "h", practice: "p"), 1),
            (finding("a"), finding("b"), 2),
        ]
        for (a, b, count) in cases {
            #expect(joined([a, b]).count == count, "\(a.group) \(b.group)")
            #expect(joined([b, a]).count == count, "\(b.group) \(a.group)")
        }
    }

    @Test func anUpdateReplacesWhatItUpdates() throws {
        var update = finding("a", account: "x", minute: 4, amount: ("rows", 70))
        update.events = 9
        for findings in [
            [finding("a", account: "x", amount: ("rows", 7)), update],
            [update, finding("a", account: "x", amount: ("rows", 7))],
        ] {
            let incident = try #require(joined(findings).first)
            #expect(incident.findings.count == 1 && incident.amounts.rows == 70)
        }
    }

    /// Random findings, shuffled within the lateness, joined as they come and closed by the watermark: the same
    /// incidents as in order.
    @Test func anyOrderGivesTheSameIncidents() {
        var options = IncidentOptions()
        (options.gap, options.span, options.maximumFindings, options.maximumNames) = (10 * 60_000, 60 * 60_000, 5, 3)
        for seed in 1...FullRuns.size(25, byDefault: 8) as ClosedRange<UInt64> {
            var random = SplitMix(state: seed)
            let findings = (0..<200).map { random.finding(number: $0, noon) }.sorted { $0.last < $1.last }
            let expected = IncidentStream.run(findings, lateness: 0, options)
            #expect(expected.count > 5)
            for _ in 0..<4 {
                let lateness = Int64(random.next() % 60) * 60_000
                let keyed = findings.map { ($0, $0.last.milliseconds + Int64(random.next() % UInt64(lateness + 1))) }
                let shuffled = keyed.sorted { $0.1 < $1.1 }.map(\.0)
                let got = IncidentStream.run(shuffled, lateness: lateness, options)
                #expect(got == expected, "seed \(seed)")
            }
        }
    }

    /// The same by the definition: connected parts of the graph of all pairs.
    @Test func incidentsAreTheConnectedParts() {
        var options = IncidentOptions()
        (options.gap, options.span) = (10 * 60_000, 60 * 60_000)
        for seed in 100...112 as ClosedRange<UInt64> {
            var random = SplitMix(state: seed)
            let findings = (0..<120).map { random.finding(number: $0, noon) }
            let got = Set(joined(findings, options).map { Set($0.findings.map(\.id)) })
            #expect(got == IncidentStream.connected(findings, options), "seed \(seed)")
        }
    }

    @Test func lateFindingsAreNotLost() {
        var joiner = IncidentJoiner()
        joiner.add(finding("a", account: "x"))
        #expect(joiner.advance(to: noon.adding(days: 3)).map { $0.findings.map(\.id) } == [["a"]])
        joiner.add(finding("b", account: "x"))
        #expect(joiner.late == 1)
        #expect(joiner.finish().map { $0.findings.map(\.id) } == [["b"]])
    }

    @Test func floodingClosesTheLowestAndNeverTheSuspect() {
        var options = IncidentOptions()
        options.maximumOpen = 64
        var joiner = IncidentJoiner(options: options)
        joiner.add(finding("suspect", account: "suspect", level: .high))
        var most = 0
        for number in 0..<5_000 {
            joiner.add(finding("f\(number)", account: "a\(number)", level: .low))
            most = max(most, joiner.openCount)
        }
        #expect(most == 64)
        let closed = joiner.advance(to: noon)
        #expect(closed.allSatisfy { $0.isClosedEarly && $0.level == .low })
        #expect(closed.count + joiner.open.count == 5_001)
        joiner.add(finding("more", account: "suspect", minute: 1, level: .low))
        #expect(joiner.open.first?.findings.map(\.id) == ["suspect", "more"])
        for number in 0..<100 { joiner.add(finding("c\(number)", account: "c\(number)", level: .critical)) }
        while joiner.openCount < 64 {
            joiner.add(finding("d\(joiner.openCount)", account: "d\(joiner.openCount)", level: .critical))
        }
        let place = joiner.add(finding("low", account: "low", level: .low))
        #expect(place == nil && joiner.openCount == 64)
        #expect(joiner.advance(to: noon).contains { $0.isClosedEarly && $0.findings.first?.id == "low" })
    }

    @Test func oneThatTakesAllIsBounded() throws {
        let incident = try #require(
            joined(
                (0..<2_000).map { finding("f\($0)", account: "x", practice: "p\($0)", rule: "r", amount: ("rows", 1)) }
            ).first)
        #expect(incident.findings.count == 256 && incident.beyond == 2_000 - 256)
        #expect(incident.practices.count == 256)
        #expect(incident.amounts.rows == 2_000)
    }

    @Test func hostileTimesDoNotTrap() {
        var joiner = IncidentJoiner()
        for (first, last) in [(Int64.min, Int64.max), (.max, .min), (.min, .min), (.max, .max), (0, .max)] {
            var finding = finding("a", account: "x")
            (finding.first, finding.last) = (Timestamp(milliseconds: first), Timestamp(milliseconds: last))
            joiner.add(finding)
        }
        _ = joiner.finish()
    }
}
