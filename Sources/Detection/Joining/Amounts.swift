/// Rows that databases say were asked, and bytes that flows and web servers saw leave.
///
/// Findings of one rule add up; of several rules about one kind of source the greatest counts, because they are about
/// the same events.
public struct Amounts: Hashable, Sendable, Codable {
    /// By database findings; nil where there is none. Zero is no proof of none: pgAudit logs 0 for COPY, cursors and
    /// pg_dump.
    public var rows: UInt64?
    /// By flows.
    public var flowBytes: UInt64?
    /// By web servers and all other sources.
    public var webBytes: UInt64?
    /// What is to be said when they do not fit, or that they do; nil where one side is missing.
    public var sentence: String?

    /// What left: the greater of what flows and web servers saw.
    public var bytes: UInt64? { [flowBytes, webBytes].compactMap { $0 }.max() }

    /// Bytes a row; nil without both, or without rows.
    public var ratio: Double? {
        guard let rows, rows > 0, let bytes else { return nil }
        return Double(bytes) / Double(rows)
    }

    init(rows: UInt64?, flowBytes: UInt64?, webBytes: UInt64?, options: IncidentOptions) {
        (self.rows, self.flowBytes, self.webBytes) = (rows, flowBytes, webBytes)
        sentence = text(options)
    }

    private func text(_ options: IncidentOptions) -> String? {
        guard let rows, let bytes else { return nil }
        let size = OutputText.size(Double(bytes))
        guard bytes >= options.bytesWorthAWord else {
            return rows < 10_000 ? nil : "\(OutputText.counted(rows, "row")) asked, but only \(size) left the host"
        }
        guard let ratio else { return "database rows 0, but \(size) left the host" }
        let each = OutputText.size(ratio)
        let asked = OutputText.counted(rows, "row")
        if ratio > options.bytesPerRow { return "\(asked) asked, but \(size) left the host: \(each) a row" }
        if ratio < 1 { return "\(asked) asked, but only \(size) left the host: \(each) a row" }
        return "\(asked) asked and \(size) that left the host fit: \(each) a row"
    }
}
