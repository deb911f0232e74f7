import FHIR
import Vocabulary

/// Where a search looks: within one patient, or among the practice's own resources.
enum SearchPlace {
    /// The parameters by which a search names its patient.
    private static let owners: Set = ["patient", "subject", "beneficiary", "individual", "candidate"]

    /// The patient within whom a search looks; nil for the practice's own resources. Throws for a search that names no patient, or
    /// more than one, of a type whose resources all have one, and for one that asks of a patient without naming the one.
    static func patient(
        of parameters: [(name: String, value: String)], _ type: String
    ) throws(HTTPRefusal) -> PatientID? {
        if let patient = named(parameters, type) { return patient }
        guard ResourceType(type)?.mayBePatientless ?? false, !parameters.contains(where: { asksOfPatient($0, type) })
        else { throw .patientRequired }
        return nil
    }

    /// The one patient whom a search names.
    static func named(_ parameters: [(name: String, value: String)], _ type: String) -> PatientID? {
        let patients = Set(parameters.compactMap { id($0, type) }.compactMap { PatientID($0) })
        return patients.count == 1 ? patients.first : nil
    }

    /// What a parameter that names a patient calls them; nil for another parameter.
    private static func id(_ parameter: (name: String, value: String), _ type: String) -> Substring? {
        let (name, value) = parameter
        guard type != "Patient" else { return name == "_id" ? value[...] : nil }
        let isTyped = name.hasSuffix(":Patient")
        let base = String(isTyped ? name.dropLast(8) : name[...])
        let isOfPatient = value.hasPrefix("Patient/")
        guard owners.contains(base) || type == "Schedule" && base == "actor" && (isTyped || isOfPatient) else {
            return nil
        }
        return isOfPatient ? value.dropFirst(8) : value[...]
    }

    /// Whether a parameter asks of a patient, be it through a chain or by a modifier. That there is none may be asked.
    private static func asksOfPatient(_ parameter: (name: String, value: String), _ type: String) -> Bool {
        guard id(parameter, type) == nil else { return true }
        let base = String(parameter.name.prefix { $0 != ":" && $0 != "." })
        guard !owners.contains(base) else { return parameter.name != base + ":missing" }
        return type == "Schedule" && parameter.name.hasPrefix("actor:Patient")
    }
}
