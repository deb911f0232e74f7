import JSONTree
import Vocabulary

/// An incident as an OCSF Incident Finding (schema 1.3.0, class 2005 of category 2), the version in which findings are
/// reported too.
///
/// Each tier's people stand in `enrichments` with both bounds, null where one is not known.
public struct OCSFIncident: Sendable {
    /// The version of the schema that is followed.
    public static let schema = "1.3.0"
    /// The event.
    public let value: JSONValue

    /// Writes the event.
    public init(_ incident: IncidentSummary) {
        let totals = ScopeTotals(incident.practices)
        var out = Self.activity(incident.standing.progress)
        out["time"] = .number(JSONNumber(incident.times.written.milliseconds))
        Self.put(incident.times.began, "start_time", in: &out)
        Self.put(incident.times.ended, "end_time", in: &out)
        Self.addSeverity(incident, to: &out)
        out["is_suspected_breach"] = .bool(Certainty(totals.released, above: 0) != .no)
        out["message"] = .string(incident.title.text)
        let summary = incident.summary.isBlank ? nil : incident.summary.text
        out["desc"] = .string(
            [summary, totals.text, incident.severity.sentence].compactMap { $0 }.joined(separator: " "))
        out["assignee_group"] = ["name": "Incident response"]
        out["finding_info_list"] = [Self.information(incident)]
        let attacks = incident.techniques.map(Self.attack)
        if !attacks.isEmpty { out["attacks"] = .array(attacks) }
        if !incident.observables.isEmpty { out["observables"] = .array(incident.observables.map(Self.observable)) }
        out["enrichments"] = .array(Self.enrichments(totals))
        out["metadata"] = [
            "version": .string(Self.schema), "uid": .string("\(incident.id).\(incident.times.written.milliseconds)"),
            "product": ["name": "Colloque", "vendor_name": "Colloque", "version": "1.0"],
        ]
        value = .object(out)
    }

    private static func activity(_ progress: IncidentSummary.Standing.Progress) -> JSONObject {
        let (number, name, status, statusName): (Int64, String, Int64, String) =
            switch progress {
            case .new: (1, "Create", 1, "New")
            case .open: (2, "Update", 2, "In Progress")
            case .closed: (3, "Close", 5, "Closed")
            }
        var out = JSONObject()
        out["activity_id"] = .number(JSONNumber(number))
        out["activity_name"] = .string(name)
        out["category_uid"] = 2
        out["category_name"] = "Findings"
        out["class_uid"] = 2005
        out["class_name"] = "Incident Finding"
        out["type_uid"] = .number(JSONNumber(200_500 + number))
        out["type_name"] = .string("Incident Finding: \(name)")
        out["status_id"] = .number(JSONNumber(status))
        out["status"] = .string(statusName)
        return out
    }

    static func put(_ time: Timestamp?, _ key: String, in out: inout JSONObject) {
        out[key] = time.map { .number(JSONNumber($0.milliseconds)) }
    }
}
