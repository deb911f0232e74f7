import Response

/// The sentences of an exercise's case, in the documents' language.
struct ExerciseWords {
    private let language: DocumentLanguage

    init(_ language: DocumentLanguage) { self.language = language }

    var vendor: String { language.either("Éditeur de l’exercice", "Exercise vendor") }
    var desk: String { language.either("Équipe sécurité", "Security team") }
    var officer: String { language.either("Déléguée à la protection des données", "Data protection officer") }
    var title: String {
        language.either(
            "Exercice : dossiers ouverts avec les sessions volées de médecins",
            "Exercise: records opened with stolen sessions of physicians")
    }
    var description: [String] {
        [
            language.either(
                "Ceci est un exercice : aucune donnée réelle n’est concernée.",
                "This is an exercise: no real data is concerned."),
            language.either(
                "Des personnes non autorisées ont utilisé les sessions ouvertes de médecins pour consulter des dossiers de patients, l’un après l’autre.",
                "People without authorisation used live sessions of physicians to read patients’ records, one after the other."
            ),
            language.either("Aucun dossier n’a été modifié ni supprimé.", "No record was altered or deleted."),
        ]
    }
    var consequences: [String] {
        [
            language.either(
                "Les patients peuvent recevoir de faux appels ou messages qui citent des données exactes.",
                "Patients may get false calls or messages that quote correct data."),
            language.either(
                "Leur identité peut être usurpée, par exemple pour une fraude aux remboursements.",
                "Their identity may be misused, for example for reimbursement fraud."),
            language.either(
                "Des informations couvertes par le secret médical peuvent être divulguées.",
                "Information under medical secrecy may be disclosed."),
        ]
    }
    var taken: [String] {
        [
            language.either("Gel de toutes les sessions.", "All sessions were frozen."),
            language.either(
                "Calcul de l’étendue exacte à partir du registre des clés remises.",
                "The exact scope was computed from the ledger of released keys."),
        ]
    }
    var proposed: [String] {
        [
            language.either(
                "Connexion par clé d’accès (passkey) pour tous les comptes de la structure.",
                "Passkeys required for all accounts of the practice.")
        ]
    }
    func detection(_ rule: String?) -> String {
        guard let rule else { return language.either("Signalement par une personne.", "Reported by a person.") }
        return language.either("Constat de la règle « \(rule) ».", "Finding of the rule “\(rule)”.")
    }
    var mitigations: [CaseFile.Mitigation] {
        [
            CaseFile.Mitigation(
                text: language.either("Clés d’accès pour tous les comptes", "Passkeys for all accounts"),
                attack: ["T1078": "Valid Accounts", "T1539": "Steal Web Session Cookie"],
                defend: ["D3-MFA": "Multi-factor Authentication"]),
            CaseFile.Mitigation(
                text: language.either("Plafonds d’ouvertures par compte", "Limits of openings per account"),
                attack: ["T1213": "Data from Information Repositories"],
                defend: ["D3-RAPA": "Resource Access Pattern Analysis"]),
        ]
    }
}
