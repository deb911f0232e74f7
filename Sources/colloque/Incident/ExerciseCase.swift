import Drill
import JSONTree
import Response
import Vocabulary

/// What an exercise's people would write down: the demonstration's practices, and a breach as it was staged.
struct ExerciseCase {
    let file: CaseFile

    init(_ demo: JSONValue, _ breach: StagedBreach, _ language: DocumentLanguage) {
        var practices: [String: CaseFile.Practice] = [:]
        for (place, practice) in (demo["practices"]?.array ?? []).enumerated() {
            guard let id = practice["id"]?.string, let name = practice["name"]?.string else { continue }
            practices[id] = ExerciseCase.practice(name, place, language)
        }
        let words = ExerciseWords(language)
        file = CaseFile(
            language: language.rawValue, phase: "initial", aware: breach.contained.adding(seconds: 300).instant,
            late: nil,
            vendor: CaseFile.Vendor(
                name: words.vendor, address: ["1 rue de l’Exercice", "00000 Exercice"],
                contact: CaseFile.Contact(name: words.desk, role: nil, email: "securite@exercice.invalid", phone: nil),
                officer: CaseFile.Contact(name: words.officer, role: "DPO", email: "dpo@exercice.invalid", phone: nil)),
            incident: CaseFile.Incident(
                id: "EX-\(breach.began.instant.prefix(10))", title: words.title, description: words.description,
                natures: ["confidentiality"], origin: "hacking", cause: "external-malicious",
                began: breach.began.instant,
                ended: breach.contained.instant, discovered: (breach.found ?? breach.contained).instant,
                contained: breach.contained.instant),
            practices: practices, consequences: words.consequences,
            impacts: ["loss-of-control", "identity-theft", "fraud", "professional-secrecy"], taken: words.taken,
            proposed: words.proposed, detection: [words.detection(breach.rule)], response: words.taken,
            mitigations: words.mitigations)
    }

    private static func practice(_ name: String, _ place: Int, _ language: DocumentLanguage) -> CaseFile.Practice {
        let contact = CaseFile.Contact(
            name: language.either("Secrétariat", "Front office"), role: nil,
            email: "cabinet\(place + 1)@exercice.invalid",
            phone: nil)
        let representative = CaseFile.Contact(
            name: language.either("Représentant légal (exercice)", "Legal representative (exercise)"), role: nil,
            email: nil,
            phone: nil)
        return CaseFile.Practice(
            name: name, siren: nil, siret: nil, finess: nil,
            address: ["\(place + 1) rue de l’Exercice", "00000 Exercice"],
            officer: nil, contact: contact, representative: representative, aware: nil)
    }
}
