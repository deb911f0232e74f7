import JSONTree
import Vocabulary

/// Looks for the patient whom a resource describes (R4, Patient, `$match`): what the index is asked, and what is thought of whom
/// it finds. Deterministic; docs/matching.md says how.
public struct PatientMatch: Sendable {
    /// What the index is asked, the strongest first; nothing when the resource tells nothing to look for.
    public let questions: [MatchQuestion]
    private let traits: PatientTraits

    /// Takes a Patient as far as it is known.
    public init(_ patient: JSONValue) {
        traits = PatientTraits(patient)
        questions = PatientMatch.questions(patient, traits)
    }

    /// What is thought of a patient who was found: opened as far as identity goes, and the evidence that the index gave.
    public func score(of patient: JSONValue, found evidence: Set<MatchEvidence>) -> MatchScore {
        MatchScore(traits, PatientTraits(patient), evidence)
    }

    /// Whether a patient was replaced by another (R4, Patient.link).
    public static func isReplaced(_ patient: JSONValue) -> Bool {
        (patient["link"]?.array ?? []).contains { $0["type"]?.string == "replaced-by" }
    }

    private static func questions(_ patient: JSONValue, _ traits: PatientTraits) -> [MatchQuestion] {
        let terms = SearchTerms.of(patient).map(\.term)
        func one(_ field: SearchTerm.Field, _ evidence: MatchEvidence, _ count: Int) -> [MatchQuestion] {
            terms.filter { $0.field == field }.prefix(count).map { MatchQuestion(evidence, [[$0]]) }
        }
        var questions = one(.nir, .nationalNumber, 2)
        questions += identifiers(patient).prefix(3).map { MatchQuestion(.identifier, [[$0]]) }
        if let identity = identity(traits) { questions.append(identity) }
        questions += one(.phone, .phone, 3)
        questions += one(.email, .email, 2)
        return questions
    }

    /// By birth date alone, then with three letters of the name, then with all of it; without one by the name.
    private static func identity(_ traits: PatientTraits) -> MatchQuestion? {
        let family = traits.families.map(\.text).first { $0.utf8.count >= 3 }
        guard let birthDate = traits.birthDate else {
            return family.map { MatchQuestion(.identity, [[SearchTerm(.family, $0)]]) }
        }
        let day = SearchTerm(.birthdate, birthDate)
        let narrower = family.map { name in
            [
                [SearchTerm(.familyPrefix, String(name.prefix(3))), day],
                [SearchTerm(.familyBirthdate, "\(name)|\(birthDate)")],
            ]
        }
        return MatchQuestion(.identity, [[day]] + (narrower ?? []))
    }

    /// Identifiers with their system that no state gave.
    private static func identifiers(_ patient: JSONValue) -> [SearchTerm] {
        (patient["identifier"]?.array ?? []).compactMap { identifier in
            guard let object = identifier.object, !NationalIdentifier.matches(object),
                let system = object["system"]?.string, let value = object["value"]?.string, !system.isEmpty,
                !value.isEmpty
            else { return nil }
            let term = SearchTerm(.identifier, "\(system)|\(value)")
            return term.folded == nil ? nil : term
        }
    }
}
