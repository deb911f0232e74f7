import JSONTree

/// Identifiers that a state gives a person: contact data, wherever they stand.
public enum NationalIdentifier {
    /// INS matricules (NIR, NIA and their test forms) have systems that begin so.
    public static let insPrefix = "urn:oid:1.2.250.1.213.1.4."
    /// Identifier types that mean the same: of the French core profile, and v2-0203 "social security number".
    static let types: Set = ["INS-NIR", "INS-NIA", "INS-C", "NIR", "SS"]

    /// Whether the FHIR Identifier is one.
    public static func matches(_ identifier: JSONObject) -> Bool {
        for member in identifier.members {
            switch member.key {
            case "system":
                if let system = member.value.string, isSystem(system) { return true }
            case "type":
                guard let codings = member.value["coding"]?.array else { continue }
                if codings.contains(where: { $0["code"]?.string.map(types.contains) ?? false }) { return true }
            default: continue
            }
        }
        return false
    }

    /// Whether the system is one of the INS's.
    public static func isSystem(_ system: String) -> Bool { system.hasPrefix(insPrefix) }
}
