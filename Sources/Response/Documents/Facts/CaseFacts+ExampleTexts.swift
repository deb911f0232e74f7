import Vocabulary

extension CaseFacts {
    mutating func fillEffects(_ language: DocumentLanguage) {
        consequences = [
            language.either(
                "Les patients peuvent recevoir de faux appels ou messages qui citent des données exactes.",
                "Patients may get false calls or messages that quote correct data."),
            language.either(
                "Leur identité peut être usurpée, par exemple pour une fraude aux remboursements.",
                "Their identity may be misused, for example for reimbursement fraud."),
        ]
        measuresTaken = [
            language.either(
                "Gel du compte et fin de toutes ses sessions.", "The account was frozen and all its sessions ended."),
            language.either(
                "Renouvellement des clés de chiffrement des dossiers concernés.",
                "The encryption keys of the records concerned were renewed."),
        ]
        measuresProposed = [
            language.either(
                "Connexion par clé d’accès (passkey) pour tous les comptes de la structure.",
                "Passkeys required for all accounts of the practice.")
        ]
    }

    mutating func fillJudgement(_ language: DocumentLanguage) {
        let factors = [
            language.either(
                "Données sensibles (DPC 4) : des données de soins ont pu être lues.",
                "Sensitive data (DPC 4): care data may have been read."),
            language.either(
                "Identification directe (EI 1) : le nom figure dans le dossier.",
                "Direct identification (EI 1): the record holds the name."),
            language.either(
                "Confidentialité et acte malveillant (CB 1) : lecture par un tiers, intention de nuire.",
                "Confidentiality and malice (CB 1): read by a third party, with intent."),
        ]
        let score = language.either("5,0", "5.0")
        let word = language.either("très élevée", "very high")
        severity = SeverityFacts(
            score: score, word: word, gravity: .important,
            tiers: [SeverityFacts.OfTier(tier: .medical, score: score, word: word, reasons: factors)])
        communication = CommunicationFacts(
            state: .later,
            reasons: [
                language.either(
                    "Le risque est élevé pour les personnes dont les données de soins ont été ouvertes.",
                    "The risk is high for the people whose care data were opened.")
            ],
            exemptions: [
                CommunicationFacts.Exemption(
                    ground: .disproportionateEffort,
                    evidence: language.either(
                        "Pour les 2 dossiers effacés depuis, plus personne ne peut être nommé.",
                        "For the 2 records erased since, nobody can be named any more."))
            ])
    }

    mutating func fillEvidence(_ language: DocumentLanguage, start: Timestamp) {
        certificate = CertificateFacts(
            file: "INC-2026-0042.certificate", sha256: String(repeating: "0123456789abcdef", count: 4),
            origin: "registre.example/2026", first: 1_048_576, last: 1_310_719)
        (isVerified, verifiedEntries) = (false, 1_310_720)
        contradictions = [
            ContradictionFacts(
                subject: language.either("Fin de la lecture", "End of the reading"),
                sayings: [
                    .init(
                        source: language.either("registre", "ledger"),
                        text: language.either("dernière remise à 15 h 11", "last release at 15:11")),
                    .init(
                        source: language.either("journal du pare-feu", "firewall log"),
                        text: language.either("dernier paquet à 15 h 19", "last packet at 15:19")),
                ])
        ]
        let (ledger, proven) = (
            language.either("registre", "ledger"), language.either("prouvé par le registre", "proven by the ledger")
        )
        timeline = [
            TimelineFacts(
                time: start, text: language.either("Première remise de clé", "First release of a key"), source: ledger,
                grade: proven),
            TimelineFacts(
                time: start.adding(seconds: 5_400),
                text: language.either("Constat : lecture en masse", "Finding: bulk reading"),
                source: language.either("détection", "detection"), grade: language.either("constaté", "observed")),
            TimelineFacts(
                time: start.adding(seconds: 5_520), text: language.either("Gel du compte", "Account frozen"),
                source: ledger, grade: proven),
        ]
        entities = [
            EntityFacts(
                kind: language.either("compte", "account"), name: "3f6c1b7e-8a52-4d0e-9c11-5b7a2f60d9e4",
                role: language.either("session volée", "stolen session"))
        ]
        fillTechnique(language)
    }

    private mutating func fillTechnique(_ language: DocumentLanguage) {
        observables = [
            ObservableFacts(
                kind: language.either("adresse IP", "IP address"), value: "203.0.113.42",
                note: language.either("origine des requêtes", "where the requests came from"))
        ]
        detection = [
            language.either(
                "La règle « lecture en masse » a signalé le compte au 20e refus.",
                "The rule “bulk reading” reported the account at the 20th refusal.")
        ]
        response = [language.either("Gel automatique en 2 minutes.", "Automatic freeze within 2 minutes.")]
        mitigations = [
            MitigationFacts(
                text: language.either("Clés d’accès pour tous les comptes", "Passkeys for all accounts"),
                attack: [
                    .init(id: "T1078", name: "Valid Accounts"), .init(id: "T1539", name: "Steal Web Session Cookie"),
                ],
                defend: [.init(id: "D3-MFA", name: "Multi-factor Authentication")]),
            MitigationFacts(
                text: language.either("Plafonds d’ouvertures par compte", "Limits of openings per account"),
                attack: [.init(id: "T1213", name: "Data from Information Repositories")],
                defend: [.init(id: "D3-RAPA", name: "Resource Access Pattern Analysis")]),
        ]
    }
}
