import JSONTree
import Vocabulary

/// An incident as a record of VERIS, schema 1.4.1.
///
/// Amounts are lower bounds, for the schema has one number each; the upper bounds stand in the notes, and both in
/// `plus.scope`. What is unknown has no amount, never the amount 0.
public struct VERISRecord: Sendable {
    /// The version of the schema that is followed.
    public static let version = "1.4.1"
    /// The record.
    public let value: JSONValue

    /// Writes the record.
    public init(_ incident: IncidentSummary) {
        let totals = ScopeTotals(incident.practices)
        var out = JSONObject()
        out["schema_version"] = .string(Self.version)
        out["schema_name"] = "verisc"
        out["incident_id"] = .string(incident.id.description)
        out["source_id"] = "colloque"
        out["security_incident"] = incident.standing.isConfirmed ? "Confirmed" : "Suspected"
        out["confidence"] = .string(Self.confidence(incident.standing.confidence))
        out["summary"] = .string(Self.summary(incident))
        out["timeline"] = Self.timeline(incident.times)
        out["victim"] = Self.victim(incident.victim, totals)
        out["actor"] = Self.actor(incident.cause)
        out["action"] = Self.action(incident.cause.action)
        out["asset"] = Self.asset(incident.cause.action)
        out["attribute"] = Self.attribute(incident, totals)
        out["discovery_method"] = Self.discovery(incident.discovery)
        out["notes"] = .string(Self.notes(incident))
        if !incident.observables.isEmpty {
            out["ioc"] = .array(
                incident.observables.map { ["indicator": .string($0.value), "comment": .string($0.kind.rawValue)] })
        }
        out["plus"] = ["master_id": .string(incident.id.description), "scope": totals.rows]
        value = .object(out)
    }

    private static func confidence(_ confidence: IncidentSummary.Standing.Confidence) -> String {
        switch confidence {
        case .high: "High"
        case .medium: "Medium"
        case .low: "Low"
        case .none: "None"
        }
    }

    private static func summary(_ incident: IncidentSummary) -> String {
        incident.summary.isBlank ? incident.title.text : "\(incident.title.text): \(incident.summary.text)"
    }

    private static func notes(_ incident: IncidentSummary) -> String {
        let techniques = incident.techniques.map { "\($0.id) \($0.name.text)" }.joined(separator: "; ")
        return [
            incident.severity.sentence, timelineNotes(incident.times),
            techniques.isEmpty ? nil : "ATT&CK: \(techniques).",
        ].compactMap { $0 }.joined(separator: " ")
    }
}
