import JSONTree
import Vocabulary

extension OCSFIncident {
    static func addSeverity(_ incident: IncidentSummary, to out: inout JSONObject) {
        let (severity, name, impact, impactName): (Int64, String, Int64, String) =
            switch incident.severity.known?.word {
            case nil: (0, "Unknown", 0, "Unknown")
            case .low: (2, "Low", 1, "Low")
            case .medium: (3, "Medium", 2, "Medium")
            case .high: (4, "High", 3, "High")
            case .veryHigh: (5, "Critical", 4, "Critical")
            }
        out["severity_id"] = .number(JSONNumber(severity))
        out["severity"] = .string(name)
        out["impact_id"] = .number(JSONNumber(impact))
        out["impact"] = .string(impactName)
        let (confidence, confidenceName): (Int64, String) =
            switch incident.standing.confidence {
            case .none: (0, "Unknown")
            case .low: (1, "Low")
            case .medium: (2, "Medium")
            case .high: (3, "High")
            }
        out["confidence_id"] = .number(JSONNumber(confidence))
        out["confidence"] = .string(confidenceName)
        out["verdict_id"] = incident.standing.isConfirmed ? 2 : 4
        out["verdict"] = incident.standing.isConfirmed ? "True Positive" : "Suspicious"
    }

    static func information(_ incident: IncidentSummary) -> JSONValue {
        var out = JSONObject()
        out["uid"] = .string(incident.id.description)
        out["title"] = .string(incident.title.text)
        if !incident.summary.isBlank { out["desc"] = .string(incident.summary.text) }
        put(incident.times.discovered, "created_time", in: &out)
        put(incident.times.began, "first_seen_time", in: &out)
        put(incident.times.ended, "last_seen_time", in: &out)
        put(incident.times.written, "modified_time", in: &out)
        return .object(out)
    }

    static func attack(_ technique: IncidentSummary.Technique) -> JSONValue {
        let named: JSONValue = ["uid": .string(technique.id), "name": .string(technique.name.text)]
        return technique.parent == technique.id
            ? ["technique": named] : ["technique": ["uid": .string(technique.parent)], "sub_technique": named]
    }

    static func observable(_ observable: IncidentSummary.Observable) -> JSONValue {
        let isHash = observable.kind == .addressHash
        return [
            "name": .string(observable.kind.rawValue), "type_id": isHash ? 8 : 10,
            "type": isHash ? "Hash" : "Resource UID", "value": .string(observable.value),
        ]
    }

    /// One a tier, one for any tier, one for distinct people.
    static func enrichments(_ totals: ScopeTotals) -> [JSONValue] {
        let tiers = Tier.allCases.map { ("records.\($0.word)", totals.tiers[$0] ?? Bounds(0)) }
        let all = tiers + [("records.any", totals.released), ("people", totals.people)]
        return all.map { name, bounds in
            var data = ScopeTotals.row(name, bounds).object ?? JSONObject()
            data["tier"] = nil
            return [
                "name": .string(name), "type": "keys-released", "value": .string(ScopeTotals.words(bounds)),
                "data": .object(data),
            ]
        }
    }
}
