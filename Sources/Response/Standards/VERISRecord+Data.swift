import JSONTree
import Vocabulary

extension VERISRecord {
    /// Each practice that is known to be concerned is a secondary victim, by its random id.
    static func victim(_ victim: IncidentSummary.Victim, _ totals: ScopeTotals) -> JSONValue {
        var out: JSONObject = JSONObject()
        out["industry"] = .string(victim.industry)
        out["country"] = [.string(victim.country)]
        out["employee_count"] = "Unknown"
        out["government"] = ["NA"]
        var secondary = JSONObject()
        if !totals.affected.isEmpty {
            secondary["amount"] = .number(JSONNumber(Int64(totals.affected.count)))
            secondary["victim_id"] = .array(totals.affected.map { .string($0.description) })
        }
        if totals.mayBeAffected > 0 {
            secondary["notes"] = .string(
                "\(totals.mayBeAffected) more practices may be concerned; they are in no number here.")
        }
        if !secondary.members.isEmpty { out["secondary"] = .object(secondary) }
        return .object(out)
    }

    /// A stolen medium is a loss in the schema's rules, though the records stay where they were.
    static func attribute(_ incident: IncidentSummary, _ totals: ScopeTotals) -> JSONValue {
        var out = JSONObject()
        out["confidentiality"] = confidentiality(incident, totals)
        if incident.cause.action == .stolenCopy {
            out["availability"] = ["variety": ["Loss"], "notes": "Of what was stolen; the records stayed available."]
        }
        return .object(out)
    }

    /// Any tier's data is personal; the national number is in `contact`, care in the two other tiers.
    private static func confidentiality(_ incident: IncidentSummary, _ totals: ScopeTotals) -> JSONValue {
        var out = JSONObject()
        out["data_disclosure"] = .string(disclosure(totals))
        if totals.released.lower > 0 { out["data_total"] = .number(JSONNumber(totals.released.lower)) }
        let data = [
            datum("Personal", totals.released), datum("Sensitive Personal", totals.tiers[.contact]),
            datum("Medical", totals.care),
        ].compactMap { $0 }
        if !data.isEmpty { out["data"] = .array(data) }
        out["data_victim"] = ["Patient"]
        out["state"] = incident.cause.action == .stolenCopy ? ["Stored encrypted"] : ["Processed"]
        out["notes"] = .string("Amounts are lower bounds. " + totals.text)
        return .object(out)
    }

    /// A key that was released may have been used; only an access log says that it was.
    private static func disclosure(_ totals: ScopeTotals) -> String {
        if totals.isRead { return "Yes" }
        switch Certainty(totals.released, above: 0) {
        case .yes: return "Potentially"
        case .mayBe: return "Unknown"
        case .no: return "No"
        }
    }

    /// Nil for nobody; without an amount where it is not known whether anybody is concerned.
    private static func datum(_ variety: String, _ records: Bounds?) -> JSONValue? {
        let records = records ?? Bounds(0)
        switch Certainty(records, above: 0) {
        case .yes: return ["variety": .string(variety), "amount": .number(JSONNumber(records.lower))]
        case .mayBe: return ["variety": .string(variety)]
        case .no: return nil
        }
    }
}
