import JSONTree
import Vocabulary

/// Findings as documents of the Elastic Common Schema (8.17): `event.kind: alert`, `rule.*`, `threat.*`, and who and
/// where.
public struct ECSFinding: Sendable {
    /// The version of the schema that is followed.
    public static let schema = "8.17.0"
    private let product: ReportingProduct

    /// Reports in the name of a product.
    public init(product: ReportingProduct = ReportingProduct()) { self.product = product }

    /// The finding as one line, its end included.
    public func line(_ finding: Finding) -> [UInt8] { value(of: finding).bytes + [UInt8(ascii: "\n")] }

    /// The finding as a document.
    public func value(of finding: Finding) -> JSONValue {
        let fields = ShownFields(finding)
        var out = MemberList()
        out.add("@timestamp", text: finding.last.instant)
        out.add("ecs", ["version": .string(Self.schema)])
        out.add("message", text: finding.why.isEmpty ? finding.title : finding.why)
        out.add("tags", texts: finding.tags)
        out.add("event", event(finding))
        out.add(
            "rule",
            ["id": .string(finding.rule), "name": .string(finding.title), "ruleset": .string(product.name)])
        out.add("threat", members: Self.threat(AttackTags(finding.tags)))
        Self.add(fields, to: &out)
        out.add("labels", members: Self.labels(finding, fields))
        out.add(
            "observer",
            [
                "vendor": .string(product.vendor), "product": .string(product.name),
                "version": .string(product.version), "type": "watchtower",
            ])
        return out.value
    }

    private func event(_ finding: Finding) -> JSONValue {
        var out = MemberList()
        out.add("kind", text: "alert")
        out.add("id", text: finding.id)
        out.add("category", texts: Self.category(finding.source))
        out.add("type", texts: ["info"])
        out.add("severity", whole: Self.severity(finding.level))
        out.add("start", text: finding.first.instant)
        out.add("end", text: finding.last.instant)
        out.add("provider", text: product.name)
        out.add("module", text: finding.source.product)
        out.add("dataset", text: finding.source.service.map { "\(finding.source.product ?? "watch").\($0)" })
        out.add("reason", text: finding.why.isEmpty ? nil : finding.why)
        return out.value
    }

    /// Of ECS's allowed values of `event.category`.
    private static func category(_ source: LogSource) -> [String] {
        switch source.category {
        case "database": ["database"]
        case "webserver", "proxy": ["web"]
        case "network_connection", "firewall", "dns": ["network"]
        case "authentication": ["authentication"]
        case "process_creation": ["process"]
        default: ["intrusion_detection"]
        }
    }

    /// 1 to 99, as Elastic's own rules grade: 21 low, 47 medium, 73 high, 99 critical.
    static func severity(_ level: RuleLevel) -> Int64 {
        switch level {
        case .informational: 1
        case .low: 21
        case .medium: 47
        case .high: 73
        case .critical: 99
        }
    }
}
