/// The elements that name the patient of each type of resource.
struct PatientPaths: Sendable {
    /// An element's path below its resource.
    struct Path: Sendable {
        let keys: [String]
        let text: String
        /// Whether its reference is a patient's even where its text does not say so (`urn:uuid:…`).
        let isAlwaysPatient: Bool

        init(_ text: Substring) {
            isAlwaysPatient = text.last == "!"
            keys = text.filter { $0 != "!" }.split(separator: ".").map(String.init)
            self.text = keys.joined(separator: ".")
        }
    }

    /// Elements that own the resource.
    let owners: [Path]
    /// Others of the Patient compartment, asked when no owner names a patient.
    let others: [Path]

    /// By resource type.
    static let byType: [String: PatientPaths] = {
        var table: [String: PatientPaths] = [:]
        for word in DefinitionText.words(DefinitionText.patients) {
            let sides = word.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { continue }
            let lists = sides[1].split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
            table[String(sides[0])] = PatientPaths(
                owners: lists[0].split(separator: ",").map(Path.init),
                others: lists.count > 1 ? lists[1].split(separator: ",").map(Path.init) : [])
        }
        return table
    }()
}
