import JSONTree

/// Extensions that were looked at and are as sensitive as the element that has them. Any other is at least care: what
/// nobody reviewed may say anything about a person, its religion for one.
enum ReviewedExtensions {
    /// The extensions' URLs, with the reason.
    static let all: [(url: String, reason: String)] = [
        ("http://hl7.org/fhir/StructureDefinition/data-absent-reason", "why a value is not there"),
        ("http://hl7.org/fhir/StructureDefinition/patient-birthTime", "when on the day of birth"),
        ("http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex", "the sex that the gender repeats"),
        ("http://hl7.org/fhir/StructureDefinition/geolocation", "where the address is, which has its own tier"),
        ("http://hl7.org/fhir/StructureDefinition/humanname-own-name", "part of the name"),
        ("http://hl7.org/fhir/StructureDefinition/humanname-own-prefix", "part of the name"),
        ("http://hl7.org/fhir/StructureDefinition/humanname-partner-name", "part of the name"),
        ("http://hl7.org/fhir/StructureDefinition/humanname-partner-prefix", "part of the name"),
        ("http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier", "what part of a name it is"),
        (
            "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-identity-reliability",
            "how sure the identity is (INS): the desk checks it"
        ),
        (
            "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-patient-birth-list-given-name",
            "the given names of the birth certificate (INS)"
        ),
    ]

    private static let urls = Set(all.map(\.url))

    /// Whether the extension is one of them.
    static func has(_ extended: JSONObject) -> Bool {
        for member in extended.members where member.key == "url" {
            return member.value.string.map(urls.contains) ?? false
        }
        return false
    }
}
