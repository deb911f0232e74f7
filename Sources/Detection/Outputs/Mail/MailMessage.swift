import Vocabulary

/// Findings as one mail (RFC 5322): the gravest first, in plain text.
///
/// Nothing of a finding can become a header: addresses are ``MailAddress``es, the subject is encoded words of cleaned
/// text (RFC 2047), and all else is in the body, in quoted-printable (RFC 2045 §6.7). Lines end in CR LF and have at
/// most 78 bytes.
public struct MailMessage: Sendable {
    /// How many findings one mail shows; the rest is counted.
    public static let maximumFindings = 50
    private let from: MailAddress
    private let to: [MailAddress]

    /// Names sender and receivers (at most 20 are written).
    public init(from: MailAddress, to: [MailAddress]) { (self.from, self.to) = (from, Array(to.prefix(20))) }

    /// The message, ready for `DATA` but for the doubling of leading dots (RFC 5321 §4.5.2); nil without findings or
    /// receivers.
    public func text(_ findings: [Finding], at now: Timestamp) -> [UInt8]? {
        let sorted = findings.sorted { ($1.level, $0.first, $0.id) < ($0.level, $1.first, $1.id) }
        guard let worst = sorted.first, !to.isEmpty else { return nil }
        let more = findings.count == 1 ? "" : " and \(OutputText.counted(UInt64(findings.count - 1), "more finding"))"
        let id = FindingDigest.hex(findings.map(\.id) + [String(now.milliseconds)])
        let headers = [
            "From: \(from.text)", "To: " + to.map(\.text).joined(separator: ",\r\n "),
            "Subject: " + EncodedWords.text("[\(worst.level.rawValue)] \(worst.title)\(more)"),
            "Date: " + Self.date(now), "Message-ID: <\(id)@\(from.domain)>", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable",
            "Auto-Submitted: auto-generated",
        ]
        return Array((headers.joined(separator: "\r\n") + "\r\n\r\n").utf8) + QuotedPrintable.bytes(body(sorted))
    }

    private func body(_ findings: [Finding]) -> [String] {
        var lines: [String] = []
        for finding in findings.prefix(Self.maximumFindings) {
            lines += ["\(finding.level.rawValue.uppercased())  \(finding.title)"]
            if !finding.why.isEmpty { lines.append("  \(finding.why)") }
            lines.append("  \(finding.first.instant) to \(finding.last.instant), \(finding.events) events")
            let pairs = ShownFields(finding).others(than: [])
            if !pairs.isEmpty { lines.append("  " + pairs.map { "\($0.field)=\($0.value)" }.joined(separator: ", ")) }
            lines += ["  rule \(finding.rule), finding \(finding.id)", ""]
        }
        let left = findings.count - Self.maximumFindings
        if left > 0 { lines.append("\(OutputText.counted(UInt64(left), "finding")) not shown here.") }
        return lines.map { OutputText.plain(OutputText.cut($0, bytes: 2_000)) }
    }

    /// `Mon, 05 Jan 2026 08:30:00 +0000` (RFC 5322 §3.3).
    static func date(_ moment: Timestamp) -> String {
        let day = CivilDate(days: Int(moment.day))
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let (year, month, number) = day.components
        let time = moment.instant.split(separator: "T").last?.prefix(8) ?? ""
        return
            "\(names[day.weekday - 1]), \(number < 10 ? "0" : "")\(number) \(months[month - 1]) \(year) \(time) +0000"
    }
}
