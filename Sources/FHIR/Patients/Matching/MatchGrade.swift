/// How sure a match is: `http://terminology.hl7.org/CodeSystem/match-grade`.
public enum MatchGrade: String, Sendable, CaseIterable, Comparable {
    case certainlyNot = "certainly-not"
    case possible
    case probable
    case certain

    /// From the least to the most sure.
    public static func < (a: MatchGrade, b: MatchGrade) -> Bool {
        (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }

    /// The extension of `Bundle.entry.search` that holds it (R4, Patient, `$match`).
    public static let url = "http://hl7.org/fhir/StructureDefinition/match-grade"
}
