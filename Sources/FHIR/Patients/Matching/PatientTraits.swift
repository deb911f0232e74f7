import JSONTree
import Vocabulary

/// What a Patient resource tells of identity, folded for comparing.
struct PatientTraits: Sendable {
    /// Names of one resource that are compared, and given names of each.
    private static let maximumNames = 4

    /// Family names, each once.
    let families: [NameForm]
    /// The given names of each name, the one in use first.
    let givens: [[NameForm]]
    /// The birth date, if it is a whole day.
    let birthDate: String?
    /// The gender, where it tells somebody apart.
    let gender: String?

    init(_ patient: JSONValue) {
        let names = (patient["name"]?.array ?? []).prefix(PatientTraits.maximumNames)
        families = names.compactMap { $0["family"]?.string.flatMap { NameForm($0) } }
            .reduce(into: []) { all, name in if !all.contains(name) { all.append(name) } }
        givens = names.map { name in
            let given = (name["given"]?.array ?? []).prefix(PatientTraits.maximumNames)
            return given.compactMap { $0.string.flatMap { NameForm($0) } }
        }.filter { !$0.isEmpty }
        birthDate = patient["birthDate"]?.string.flatMap { SearchTerm(.birthdate, $0).folded == nil ? nil : $0 }
        gender = patient["gender"]?.string.flatMap { ["male", "female"].contains($0) ? $0 : nil }
    }

    /// The given names in use.
    var firstGivens: [NameForm] { givens.compactMap(\.first) }
}
