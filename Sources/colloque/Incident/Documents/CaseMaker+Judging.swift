import Response
import Vocabulary

extension CaseMaker {
    /// Severity (ENISA) and what article 34 asks for, from the practice's own figures.
    func judge(_ facts: inout CaseFacts, _ claims: [ExemptionClaim]) throws {
        let circumstances = CaseMaker.circumstances(facts.incident.cause)
        let severity = SeverityAssessment(circumstances: circumstances).severity(of: facts.scope)
        let support: Article34Support
        do { support = try Article34Support(severity, scope: facts.scope, claims: claims) } catch {
            throw Failure.refused("practices: \(facts.scope.practice): exemptions: \(error)")
        }
        facts.communication = communication(support)
        guard let worst = severity.worst ?? severity.mayBeWorse else { return }
        facts.severity = SeverityFacts(
            score: score(worst.severity), word: word(worst.severity.word),
            gravity: CaseMaker.gravity(worst.severity.word),
            tiers: severity.tiers.filter { $0.hasPeople != .no }.map { tier in
                SeverityFacts.OfTier(
                    tier: tier.tier, score: score(tier.severity), word: word(tier.severity.word),
                    reasons: reasons(tier.severity))
            })
    }

    /// What a cause says of the circumstances: nobody knows who saw the data, and an unknown intent is taken for a bad one.
    static func circumstances(_ cause: BreachCause) -> Circumstances {
        let intent: Factor<Bool> =
            switch cause {
            case .externalMalicious, .internalMalicious: Factor(true, .malicious)
            case .externalAccidental, .internalAccidental: Factor(false, .accidental)
            case .unknown: Factor(true, .intentUnknown)
            }
        return Circumstances(confidentiality: Factor(.full, .unknownRecipients), malicious: intent)
    }

    private func communication(_ support: Article34Support) -> CommunicationFacts {
        let told = support.decisions.filter { if case .communicate = $0.advice { true } else { false } }
        let names = told.map { CaseMaker.name($0.tier, language) }.joined(separator: ", ")
        let reason =
            switch support.advice {
            case .communicate:
                language.either(
                    "Le risque est élevé pour les personnes dont ces données ont été ouvertes : \(names).",
                    "The risk is high for the people whose data of these kinds were opened: \(names).")
            case .notRequired:
                language.either(
                    "Le risque n’est pas élevé pour les personnes concernées.",
                    "The risk for the people concerned is not high.")
            case .exempt, .publicCommunication:
                language.either(
                    "Le risque est élevé ; le cabinet invoque une dispense.",
                    "The risk is high; the practice claims an exemption.")
            }
        return CommunicationFacts(
            state: support.advice == .communicate ? .later : .no, reasons: [reason], exemptions: exemptions(support))
    }

    /// The exemptions relied upon, one a tier, with their evidence.
    private func exemptions(_ support: Article34Support) -> [CommunicationFacts.Exemption] {
        support.decisions.compactMap { decision in
            let (exemption, evidence): (Article34Exemption, [EvidenceReference])
            switch decision.advice {
            case .exempt(let claimed, let shown): (exemption, evidence) = (claimed, shown)
            case .publicCommunication(let shown): (exemption, evidence) = (.disproportionateEffort, shown)
            case .communicate, .notRequired: return nil
            }
            let shown = evidence.map { "\($0.text.text) (\($0.id))" }.joined(separator: "; ")
            let name = CaseMaker.name(decision.tier, language)
            return CommunicationFacts.Exemption(
                ground: CaseMaker.ground(exemption),
                evidence: language.either(
                    "Données : \(name) ; preuves : \(shown).", "Data: \(name); evidence: \(shown)."))
        }
    }

    private static func ground(_ exemption: Article34Exemption) -> CommunicationFacts.Exemption.Ground {
        switch exemption {
        case .unintelligible: .unintelligible
        case .laterMeasures: .laterMeasures
        case .disproportionateEffort: .disproportionateEffort
        }
    }

    private func score(_ severity: Severity) -> String {
        language == .french ? severity.score.replacing(".", with: ",") : severity.score
    }

    private func word(_ word: SeverityWord) -> String {
        switch word {
        case .low: language.either("faible", "low")
        case .medium: language.either("moyenne", "medium")
        case .high: language.either("élevée", "high")
        case .veryHigh: language.either("très élevée", "very high")
        }
    }

    private static func gravity(_ word: SeverityWord) -> Gravity {
        switch word {
        case .low: .negligible
        case .medium: .limited
        case .high: .important
        case .veryHigh: .maximal
        }
    }

    private func reasons(_ severity: Severity) -> [String] {
        let context = severity.context.value.rawValue
        let quarter =
            language == .french
            ? ["0", "0,25", "0,5", "0,75", "1", "1,25", "1,5"] : ["0", "0.25", "0.5", "0.75", "1", "1.25", "1.5"]
        let circumstances = min(severity.circumstances.quarters, quarter.count - 1)
        let intent =
            switch severity.circumstances.malicious.reason {
            case .malicious: language.either(", acte malveillant", ", malicious")
            case .accidental: language.either(", acte accidentel", ", accidental")
            default:
                language.either(
                    ", intention inconnue et tenue pour malveillante", ", intent unknown and taken for malicious")
            }
        return [
            language.either(
                "Contexte des données (DPC) : \(context) sur 4.", "Data processing context (DPC): \(context) of 4."),
            language.either(
                "Facilité d’identification (EI) : \(quarter[severity.identifiability.value.rawValue]) ; le nom figure dans le dossier.",
                "Ease of identification (EI): \(quarter[severity.identifiability.value.rawValue]); the record holds the name."
            ),
            language.either(
                "Circonstances (CB) : \(quarter[circumstances]) ; destinataires inconnus\(intent).",
                "Circumstances (CB): \(quarter[circumstances]); unknown recipients\(intent)."),
        ]
    }

    static func name(_ tier: Tier, _ language: DocumentLanguage) -> String {
        switch tier {
        case .identity: language.either("identité", "identity")
        case .contact:
            language.either("coordonnées et numéro de sécurité sociale", "contact details and social security number")
        case .medical: language.either("soins", "care")
        case .restricted: language.either("notes et documents", "notes and documents")
        }
    }
}
