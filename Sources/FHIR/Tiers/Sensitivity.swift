import JSONTree
import Vocabulary

/// Which HL7 labels make a whole resource restricted (FHIR R4, security labels).
public enum Sensitivity {
    /// Codes of v3 ActCode, InformationSensitivityPolicy: HIV, SEX, PSY, SUD …
    public static let codes = Set(DefinitionText.words(DefinitionText.sensitivityCodes).map(String.init))
    /// Confidentiality codes above "normal": restricted and very restricted.
    public static let confidentialities: Set = ["R", "V"]

    static let actCode = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
    static let confidentiality = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality"

    /// Whether the resource's own `meta.security` raises it.
    public static func isLabelled(_ resource: JSONValue) -> Bool {
        guard case .object(let object) = resource else { return false }
        return isLabelled(object)
    }

    static func isLabelled(_ resource: JSONObject) -> Bool {
        guard let labels = resource["meta"]?["security"]?.array else { return false }
        return labels.contains(where: raises)
    }

    /// A label without a system is taken at its word: it can only protect more.
    private static func raises(_ coding: JSONValue) -> Bool {
        guard let code = coding["code"]?.string else { return false }
        switch coding["system"]?.string {
        case actCode: return codes.contains(code)
        case confidentiality: return confidentialities.contains(code)
        case nil: return codes.contains(code) || confidentialities.contains(code)
        default: return false
        }
    }
}
