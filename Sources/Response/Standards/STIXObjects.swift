import JSONTree
import Vocabulary

/// Writes the objects of a bundle. All are made by the victim's identity and were created when the incident was
/// discovered.
struct STIXObjects {
    let summary: IncidentSummary

    init(_ summary: IncidentSummary) { self.summary = summary }

    var victim: JSONValue {
        var out = object("identity", victimID)
        out["created_by_ref"] = nil
        out["name"] = .string(summary.victim.name.isBlank ? "Unnamed organisation" : summary.victim.name.text)
        out["identity_class"] = "organization"
        out["sectors"] = ["healthcare", "technology"]
        return .object(out)
    }

    func technique(_ technique: IncidentSummary.Technique) -> JSONValue {
        var out = object("attack-pattern", id(of: technique))
        out["name"] = .string(technique.name.isBlank ? technique.id : technique.name.text)
        out["external_references"] = [["source_name": "mitre-attack", "external_id": .string(technique.id)]]
        return .object(out)
    }

    /// Clients and sessions have a pattern; hashes of addresses and gateways do not.
    func indicator(_ observable: IncidentSummary.Observable) -> JSONValue? {
        guard let id = id(of: observable) else { return nil }
        var out = object("indicator", id)
        out["name"] = .string("A \(observable.kind.rawValue) of the incident")
        out["description"] = .string("The random id of a \(observable.kind.rawValue), as ledger and logs have it.")
        out["indicator_types"] = ["compromised"]
        out["pattern"] = .string("[user-account:user_id = '\(observable.value)']")
        out["pattern_type"] = "stix"
        out["pattern_version"] = "2.1"
        out["valid_from"] = .string((summary.times.began ?? created).instant)
        return .object(out)
    }

    func report(over objects: [JSONValue], _ totals: ScopeTotals) -> JSONValue {
        var out = object("report", STIXID.of("report", summary.id))
        out["name"] = .string(name)
        out["description"] = .string(description(totals))
        out["report_types"] = ["threat-report"]
        out["published"] = .string(summary.times.written.instant)
        out["object_refs"] = .array(objects.compactMap { $0["id"] })
        return .object(out)
    }

    /// What every object has (STIX 2.1 §3.2).
    func object(_ type: String, _ id: String) -> JSONObject {
        var out = JSONObject()
        out["type"] = .string(type)
        out["spec_version"] = "2.1"
        out["id"] = .string(id)
        out["created_by_ref"] = .string(victimID)
        out["created"] = .string(created.instant)
        out["modified"] = .string(summary.times.written.instant)
        return out
    }

    var victimID: String { STIXID.of("identity", "victim", summary.id) }
    var incidentID: String { STIXID.of("incident", summary.id) }
    var name: String { summary.title.isBlank ? summary.id.description : summary.title.text }

    /// Never later than `modified`.
    var created: Timestamp { min(summary.times.discovered ?? summary.times.written, summary.times.written) }

    func id(of technique: IncidentSummary.Technique) -> String {
        STIXID.of("attack-pattern", technique.id, summary.id)
    }

    /// Nil for what has no pattern.
    func id(of observable: IncidentSummary.Observable) -> String? {
        guard observable.kind == .client || observable.kind == .session else { return nil }
        return STIXID.of("indicator", observable.value, summary.id)
    }

    func description(_ totals: ScopeTotals) -> String {
        return [summary.summary.isBlank ? nil : summary.summary.text, totals.text, summary.severity.sentence]
            .compactMap { $0 }.joined(separator: " ")
    }
}
