import JSONTree
import Vocabulary

/// Tells a reader in `meta.security` that something was left out, and takes that back from an update.
public enum Masking {
    /// The code system of the labels (HL7 v3 ObservationValue).
    public static let system = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue"
    /// The element id by which our own label is known again.
    static let mark = "withheld"

    private static let label: JSONValue = [
        "id": .string(mark), "system": .string(system), "code": "REDACTED", "display": "redacted",
    ]

    /// The resource with the label REDACTED when `hidden` has a tier, last in `meta.security`; unchanged when none.
    /// A `meta` that was not there comes behind `id` or `resourceType`.
    public static func label(_ resource: JSONValue, hidden: Tiers) -> JSONValue {
        guard hidden != [], case .object(var object) = unlabel(resource) else { return resource }
        if case .object(var meta)? = object["meta"] {
            meta["security"] = .array((meta["security"]?.array ?? []) + [label])
            object["meta"] = .object(meta)
            return .object(object)
        }
        var members = object.members
        let behind = members.lastIndex { $0.key == "id" || $0.key == "resourceType" }
        members.insert(.init(key: "meta", value: ["security": [label]]), at: behind.map { $0 + 1 } ?? 0)
        return .object(JSONObject(members))
    }

    /// The resource without our label, and without the list or `meta` that had nothing else.
    public static func unlabel(_ resource: JSONValue) -> JSONValue {
        guard case .object(var object) = resource, case .object(var meta)? = object["meta"],
            let labels = meta["security"]?.array
        else { return resource }
        let kept = labels.filter { !isOurs($0) }
        guard kept.count < labels.count else { return resource }
        meta["security"] = kept.isEmpty ? nil : .array(kept)
        object["meta"] = meta.members.isEmpty ? nil : .object(meta)
        return .object(object)
    }

    private static func isOurs(_ coding: JSONValue) -> Bool {
        coding["id"]?.string == mark && coding["system"]?.string == system && coding["code"]?.string == "REDACTED"
    }
}
