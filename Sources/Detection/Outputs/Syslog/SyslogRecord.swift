import Vocabulary

/// Findings as syslog messages (RFC 5424 §6) that carry CEF, with id, rule and level as structured data beside it.
public struct SyslogRecord: Sendable {
    /// `local0` to `local7` are 16 to 23; 13 is "log audit" (RFC 5424 §6.2.1).
    public var facility: UInt8
    /// The machine that reports (§6.2.4).
    public var host: String
    /// The program that reports (§6.2.5).
    public var application: String
    /// The private enterprise number of the structured data's name (§6.3.2); 32473 is that of examples (RFC 5612).
    public var enterprise: UInt32
    private let record: CEFRecord

    /// Sets who reports.
    public init(
        host: String, application: String = "colloque-watch", facility: UInt8 = 13, enterprise: UInt32 = 32_473,
        product: ReportingProduct = ReportingProduct()
    ) {
        (self.host, self.application, self.facility, self.enterprise) = (host, application, facility, enterprise)
        record = CEFRecord(product: product)
    }

    /// The message, without a frame: `<PRI>1 TIMESTAMP HOSTNAME APP-NAME PROCID MSGID [SD] MSG`.
    public func message(_ finding: Finding) -> String {
        let priority = Int(min(facility, 23)) * 8 + Self.severity(finding.level)
        let names = [Self.name(host, 255), Self.name(application, 48), "-", "finding"].joined(separator: " ")
        return "<\(priority)>1 \(finding.last.instant) \(names) \(data(finding)) \(record.text(finding))"
    }

    /// The message with its length before it, as TCP and TLS carry it (RFC 6587 §3.4.1, RFC 5425 §4.3).
    public func frame(_ finding: Finding) -> [UInt8] {
        let message = Array(message(finding).utf8)
        return Array("\(message.count) ".utf8) + message
    }

    private func data(_ finding: Finding) -> String {
        let parts = [("id", finding.id), ("rule", finding.rule), ("level", finding.level.rawValue)]
        let texts = parts.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }
        return "[finding@\(enterprise) \(texts.joined(separator: " "))]"
    }

    /// `"`, `\` and `]` are escaped (§6.3.3).
    private static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in OutputText.plain(OutputText.cut(text, bytes: 512)).unicodeScalars {
            if "\"\\]".unicodeScalars.contains(scalar) { out.append("\\") }
            out.unicodeScalars.append(scalar)
        }
        return out
    }

    /// A name of the header: printable ASCII without spaces, `-` where nothing is left (§6).
    private static func name(_ text: String, _ limit: Int) -> String {
        let kept = text.utf8.filter { (33...126).contains($0) }.prefix(limit)
        return kept.isEmpty ? "-" : String(decoding: kept, as: UTF8.self)
    }

    /// 1 alert, 2 critical, 4 warning, 5 notice, 6 informational (§6.2.1).
    static func severity(_ level: RuleLevel) -> Int {
        switch level {
        case .informational: 6
        case .low: 5
        case .medium: 4
        case .high: 2
        case .critical: 1
        }
    }
}
