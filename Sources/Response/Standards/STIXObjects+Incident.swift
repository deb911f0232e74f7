import JSONTree
import Vocabulary

extension STIXObjects {
    /// The id of the Incident Core Extension 2.1 of the OASIS CTI committee.
    static let incidentCore = "extension-definition--ef765651-680c-498d-9894-99799f2fa126"

    func incident(_ totals: ScopeTotals) -> JSONValue {
        var out = object("incident", incidentID)
        out["name"] = .string(name)
        out["description"] = .string(description(totals))
        out["confidence"] = .number(JSONNumber(confidence))
        let references = summary.observables.map { observable -> JSONValue in
            [
                "source_name": .string("colloque-\(observable.kind.rawValue)"),
                "external_id": .string(observable.value),
            ]
        }
        if !references.isEmpty { out["external_references"] = .array(references) }
        out["extensions"] = [Self.incidentCore: core(totals)]
        return .object(out)
    }

    /// Indicators point at the incident, techniques at the victim, the incident at both.
    var relationships: [JSONValue] {
        var out = [relationship("related-to", incidentID, victimID)]
        for technique in summary.techniques {
            out.append(relationship("related-to", incidentID, id(of: technique)))
            out.append(relationship("targets", id(of: technique), victimID))
        }
        for observable in summary.observables {
            guard let id = id(of: observable) else { continue }
            out.append(relationship("related-to", id, incidentID))
        }
        return out
    }

    private func relationship(_ type: String, _ source: String, _ target: String) -> JSONValue {
        var out = object("relationship", STIXID.of("relationship", "\(type) \(source) \(target)", summary.id))
        out["relationship_type"] = .string(type)
        out["source_ref"] = .string(source)
        out["target_ref"] = .string(target)
        return .object(out)
    }

    private func core(_ totals: ScopeTotals) -> JSONValue {
        var out = JSONObject()
        out["extension_type"] = "property-extension"
        out["determination"] = summary.standing.isConfirmed ? "confirmed" : "suspected"
        out["investigation_status"] = .string(summary.standing.progress.rawValue)
        if totals.mayBeAffected == 0 {
            out["impacted_entity_counts"] = ["organization": .number(JSONNumber(Int64(totals.affected.count)))]
        }
        let scores = [
            summary.severity.known.flatMap { Self.score("ENISA 2013", $0) },
            summary.severity.mayBe.flatMap { Self.score("ENISA 2013, may be", $0) },
        ].compactMap { $0 }
        if !scores.isEmpty { out["scores"] = .array(scores) }
        return .object(out)
    }

    private static func score(_ name: String, _ severity: Severity) -> JSONValue? {
        guard let value = JSONNumber(text: severity.score) else { return nil }
        return [
            "name": .string(name), "value": .number(value),
            "description": .string("Severity of a personal data breach: \(severity.word.rawValue)."),
        ]
    }

    /// The scale "None / Low / Med / High" of STIX 2.1, appendix A.
    private var confidence: Int64 {
        switch summary.standing.confidence {
        case .none: 0
        case .low: 15
        case .medium: 50
        case .high: 85
        }
    }
}
