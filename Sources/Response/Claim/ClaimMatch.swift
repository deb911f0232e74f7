import JSONTree
import Vocabulary

/// Compares what a search found with the row that it was made of.
public enum ClaimMatch {
    /// Who of the patients that a search found is the person: the ids, more than one for records of one person that were
    /// never merged; none when nobody was found. Throws why that cannot be said.
    /// - Parameter bundle: the searchset of `GET /fhir/Patient`.
    public static func patients(_ bundle: JSONValue, for person: SamplePerson) throws(UnknownReason) -> [PatientID] {
        let entries = bundle["entry"]?.array ?? []
        let found = entries.compactMap { $0["resource"] }.filter { $0["resourceType"]?.string == "Patient" }
        let codes = entries.compactMap { $0["resource"] }.compactMap(code)
        if codes.contains("keep-typing") { throw .tooMany }
        guard codes.isEmpty else { throw .notShown }
        let patients = found.filter { person.search?.key == .nir || agrees($0, person.row) }
        guard found.isEmpty || !patients.isEmpty else { throw .differs }
        guard person.search?.key == .nir || Set(patients.map(names)).count <= 1 else { throw .several }
        let ids = patients.compactMap { $0["id"]?.string.flatMap { PatientID($0) } }
        guard ids.count == patients.count else { throw .notShown }
        return ids
    }

    /// The code of an OperationOutcome's first issue; nil for another resource.
    private static func code(_ resource: JSONValue) -> String? {
        guard resource["resourceType"]?.string == "OperationOutcome" else { return nil }
        return resource["issue"]?.array?.first?["details"]?["coding"]?.array?.first?["code"]?.string ?? ""
    }

    /// Whether given name and birth date are the row's, as far as both have them; `J.` agrees with `Jean`.
    private static func agrees(_ patient: JSONValue, _ row: SampleRow) -> Bool {
        if let own = row.birthdate, let other = patient["birthDate"]?.string, other != own { return false }
        guard let own = SamplePeople.folded(.family, row.given) else { return true }
        let others = (patient["name"]?.array ?? []).flatMap { $0["given"]?.array ?? [] }
            .compactMap { SamplePeople.folded(.family, $0.string) }
        return others.isEmpty || others.contains { $0.hasPrefix(own) || own.hasPrefix($0) }
    }

    /// First given name and birth date, folded: the same for records of one person.
    private static func names(_ patient: JSONValue) -> String {
        let given = patient["name"]?.array?.first?["given"]?.array?.first?.string
        return "\(SamplePeople.folded(.family, given) ?? "")|\(patient["birthDate"]?.string ?? "")"
    }
}
