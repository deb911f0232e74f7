import JSONTree

/// Identifiers that a state gives a person: contact data, wherever they stand.
public enum NationalIdentifier {
    /// INS matricules (NIR, NIA and their test forms) have systems that begin so.
    public static let insPrefix = "urn:oid:1.2.250.1.213.1.4."
    /// Identifier types that mean the same: of the French core profile, and those of v2-0203 that a state or a social
    /// insurance gives: social security, health card, national number, passport, driving licence, tax …
    static let types: Set = [
        "INS-NIR", "INS-NIA", "INS-C", "INS-NIR-TEST", "INS-NIR-DEMO", "NIR", "SS", "SB", "HC", "MC", "MA", "NI",
        "PPN", "DL", "CZ", "PRC", "BCT", "TAX", "MI",
    ]
    /// Systems of the same, besides the INS's.
    static let systems: Set = ["http://hl7.org/fhir/sid/us-ssn", "http://hl7.org/fhir/sid/us-medicare"]

    /// Whether the FHIR Identifier is one.
    public static func matches(_ identifier: JSONObject) -> Bool {
        for member in identifier.members {
            switch member.key {
            case "system":
                if let system = member.value.string, isSystem(system) || systems.contains(system) { return true }
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
