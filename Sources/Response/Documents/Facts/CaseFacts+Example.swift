import Vocabulary

extension CaseFacts {
    /// A made-up case that holds something under every name: what templates are checked against, and looked at.
    public static func example(_ language: DocumentLanguage) -> CaseFacts {
        let start = Timestamp(seconds: 1_795_698_000)
        let incident = incidentExample(language, start: start)
        let notification = NotificationFacts(
            awareness: start.adding(days: 2), phase: .initial,
            lateReasons: language.either(
                "Sans objet : la notification est faite dans le délai.",
                "Not applicable: the notification is made in time."), initialReference: "EX-0000")
        var facts = CaseFacts(
            language: language, date: start.adding(days: 4), vendor: .example, practice: .example(language),
            incident: incident, notification: notification, scope: .example(start))
        facts.records = Bounds(lower: 18_240, upper: 21_600, reasons: [.foreignEvidence])
        facts.impacts = [.lossOfControl, .identityTheft, .fraud, .professionalSecrecy]
        facts.fillEffects(language)
        facts.fillJudgement(language)
        facts.fillEvidence(language, start: start)
        return facts
    }

    private static func incidentExample(_ language: DocumentLanguage, start: Timestamp) -> IncidentFacts {
        var incident = IncidentFacts(
            id: "INC-2026-0042",
            title: language.either(
                "Lecture de dossiers avec la session volée d’un compte de médecin",
                "Records read with a stolen session of a physician’s account"),
            description: [
                language.either(
                    """
                    Une personne non autorisée a utilisé la session ouverte d’un compte de médecin pour consulter des \
                    dossiers de patients. Les plafonds du compte ont arrêté la lecture et le compte a été gelé.
                    """,
                    """
                    Somebody without authorisation used the live session of a physician’s account to read patients’ \
                    records. The account’s limits stopped the reading and the account was frozen.
                    """),
                language.either(
                    "Aucun dossier n’a été modifié ni supprimé.", "No record was altered or deleted."),
            ], natures: [.confidentiality], origin: .hacking, cause: .externalMalicious)
        (incident.began, incident.ended) = (start, start.adding(seconds: 5_460))
        (incident.discovered, incident.contained) = (start.adding(seconds: 5_400), start.adding(seconds: 5_520))
        return incident
    }
}

extension VendorFacts {
    fileprivate static let example = VendorFacts(
        name: "Logiciel Exemple SAS", address: ["10 avenue du Modèle", "00000 Exemple"],
        contact: ContactFacts(
            name: "Alix Modèle", role: "RSSI", email: "securite@editeur.example", phone: "01 00 00 00 00"),
        officer: ContactFacts(
            name: "Dominique Modèle", role: "DPO", email: "dpo@editeur.example", phone: "01 00 00 00 01"))
}

extension PracticeFacts {
    fileprivate static func example(_ language: DocumentLanguage) -> PracticeFacts {
        let contact = { (name: String, role: String) in
            ContactFacts(name: name, role: role, email: "contact@cabinet.example", phone: "01 00 00 00 02")
        }
        return PracticeFacts(
            name: "Cabinet médical de l’Exemple", siren: "000 000 000", siret: "000 000 000 00000",
            finess: "00 000 000 0",
            address: ["3 place du Modèle", "00000 Exemple"],
            officer: contact("Sacha Modèle", language.either("DPO externe", "external DPO")),
            contact: contact("Claude Exemple", language.either("responsable du secrétariat", "office manager")),
            representative: contact("Dr Morgan Exemple", language.either("gérant", "managing partner")))
    }
}

extension PracticeScope {
    fileprivate static func example(_ start: Timestamp) -> PracticeScope {
        let last = start.adding(seconds: 5_460)
        return PracticeScope(
            practice: PracticeID(high: 0x0000_0000_0000_4000, low: 0x8000_0000_0000_0001),
            tiers: [
                TierScope(
                    tier: .identity, people: Bounds(1_204), read: Bounds(1_187), dormant: 310, afterContainment: 0,
                    releases: 1_296, first: start, last: last),
                TierScope(
                    tier: .contact, people: Bounds(120),
                    read: Bounds(lower: 98, upper: 120, reasons: [.partialAccessLog]),
                    dormant: 14, releases: 131, first: start, last: last),
                TierScope(
                    tier: .medical, people: Bounds(lower: 12, upper: 30, reasons: [.exportGaps]), dormant: 2,
                    afterContainment: 1, releases: 15, first: start, last: last),
                TierScope(tier: .restricted, people: .unknown(.unverifiedRest)),
            ], people: Bounds(lower: 1_204, upper: 1_222, reasons: [.exportGaps]), ownResources: 3, erased: 2)
    }
}
