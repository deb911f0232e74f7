import Response
import Vocabulary

/// A claim's report as lines for a person: numbers, ids and moments.
struct ClaimText {
    let lines: [String]

    init(_ report: ClaimReport) {
        var lines: [String] = []
        if let stop = report.stop {
            lines.append("STOPPED at row \(stop.row) by the limit (\(stop.code)): the rest is unknown.")
        }
        lines.append(contentsOf: ClaimText.rows(report))
        lines.append("asked: \(report.asked) people")
        lines.append(
            "  ours: \(ClaimText.text(report.ours)), \(report.patients.count) patients\(ClaimText.share(report.ours.people, report.asked))"
        )
        lines.append("  not ours: \(ClaimText.text(report.notOurs))")
        lines += report.unknown.map { "  unknown, \($0.reason.rawValue): \(ClaimText.text($0.count))" }
        lines.append(
            "keys released in the interval: of \(report.released) patients\(ClaimText.share(report.released, report.patients.count))"
        )
        if report.releasesUnknown > 0 { lines.append("  not known of \(report.releasesUnknown) patients") }
        lines += report.releases.holders.sorted { $0.key < $1.key }.map { id, own in
            "  to \(id): \(own.releases) releases, \(own.first.instant) to \(own.last.instant)"
        }
        lines.append("people whose keys they were given in this practice: \(ScopeText.bounds(report.incident))")
        self.lines = lines + ClaimReport.notes
    }

    private static func rows(_ report: ClaimReport) -> [String] {
        let sample = report.sample
        var lines = [
            "rows: \(sample.count), \(report.answers.count) people, \(sample.rows.count - report.answers.count) duplicates"
        ]
        if !sample.damaged.isEmpty {
            let shown = sample.damaged.prefix(20).map(String.init).joined(separator: ", ")
            lines.append(
                "  damaged and not used: \(sample.damaged.count) (\(shown)\(sample.damaged.count > 20 ? ", …" : ""))")
        }
        if sample.isCutShort {
            lines.append("  A QUOTE IS NEVER CLOSED in the last of them: what follows it was not read.")
        }
        return lines
    }

    private static func text(_ count: ClaimReport.Count) -> String { "\(count.people) people in \(count.rows) rows" }

    /// Whole percents, and none of nothing.
    private static func share(_ part: Int64, _ whole: Int) -> String {
        whole == 0 ? "" : " (\(part * 100 / Int64(whole)) % of \(whole))"
    }
}
