import JSONTree
import Vocabulary

/// Findings as OCSF Detection Findings (schema 1.3.0, class 2004 of category 2).
///
/// `finding_info.uid` is the finding's id, so that an update is told from a second finding. Evidences hold ids,
/// addresses and host names; there is no member that could hold a patient's name or a query.
public struct OCSFFinding: Sendable {
    /// The version of the schema that is followed.
    public static let schema = "1.3.0"
    private let product: ReportingProduct

    /// Reports in the name of a product.
    public init(product: ReportingProduct = ReportingProduct()) { self.product = product }

    /// The finding as one line, its end included.
    public func line(_ finding: Finding, _ activity: FindingActivity = .create) -> [UInt8] {
        value(of: finding, activity).bytes + [UInt8(ascii: "\n")]
    }

    /// The finding as an object.
    public func value(of finding: Finding, _ activity: FindingActivity = .create) -> JSONValue {
        let number: Int64 = activity == .create ? 1 : 2
        var out = MemberList()
        out.add("activity_id", whole: number)
        out.add("activity_name", text: activity == .create ? "Create" : "Update")
        out.add("category_uid", whole: 2)
        out.add("category_name", text: "Findings")
        out.add("class_uid", whole: 2004)
        out.add("class_name", text: "Detection Finding")
        out.add("type_uid", whole: 200_400 + number)
        out.add("type_name", text: "Detection Finding: \(activity == .create ? "Create" : "Update")")
        add(finding, to: &out)
        out.add("metadata", metadata(finding, activity))
        return out.value
    }

    private func add(_ finding: Finding, to out: inout MemberList) {
        out.add("time", whole: finding.last.milliseconds)
        out.add("start_time", whole: finding.first.milliseconds)
        out.add("end_time", whole: finding.last.milliseconds)
        out.add("count", whole: Int64(finding.events))
        let (id, name) = Self.severity(finding.level)
        out.add("severity_id", whole: id)
        out.add("severity", text: name)
        out.add("status_id", whole: 1)
        out.add("status", text: "New")
        out.add("message", text: finding.why.isEmpty ? finding.title : finding.why)
        out.add("finding_info", OCSFInformation(finding).value)
        out.add("evidences", OCSFEvidence(finding).value)
    }

    /// The event has an id of its own: the finding's, with the count of its events behind it for an update.
    private func metadata(_ finding: Finding, _ activity: FindingActivity) -> JSONValue {
        var out = MemberList()
        out.add("version", text: Self.schema)
        out.add("uid", text: activity == .create ? finding.id : "\(finding.id).\(finding.events)")
        out.add("log_name", text: finding.source.service ?? finding.source.category)
        out.add("log_provider", text: finding.source.product)
        out.add(
            "product",
            [
                "name": .string(product.name), "vendor_name": .string(product.vendor),
                "version": .string(product.version),
            ])
        return out.value
    }

    /// `severity_id` and its caption.
    static func severity(_ level: RuleLevel) -> (id: Int64, name: String) {
        switch level {
        case .informational: (1, "Informational")
        case .low: (2, "Low")
        case .medium: (3, "Medium")
        case .high: (4, "High")
        case .critical: (5, "Critical")
        }
    }
}
