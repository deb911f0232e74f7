import Vocabulary

/// Numbers, dates and the fixed words of documents in one language.
///
/// Spaces that must not break are U+00A0 and, between thousands in French, U+202F (*Lexique des règles typographiques
/// en usage à l’Imprimerie nationale*).
struct Wording: Sendable {
    let language: DocumentLanguage

    init(_ language: DocumentLanguage) { self.language = language }

    /// What stands where nothing is known; never a zero.
    var unknown: String { language.either("inconnu", "unknown") }

    /// What stands where a moment is not known.
    var unknownTime: String { language.either("date non connue à ce jour", "not known to date") }

    /// What stands where no moment of containment is known.
    var notContained: String { language.either("pas encore, ou date non établie", "not yet, or not established when") }

    /// The tier's word.
    func tier(_ tier: Tier) -> String {
        switch tier {
        case .identity: language.either("identité", "identity")
        case .contact: language.either("coordonnées", "contact")
        case .medical: language.either("médical", "medical")
        case .restricted: language.either("protégé", "restricted")
        }
    }

    /// What the tier holds.
    func content(of tier: Tier) -> String {
        switch tier {
        case .identity: language.either("nom, prénoms, date de naissance, sexe", "names, birth date, sex")
        case .contact:
            language.either(
                "adresse, téléphone, courriel, numéro de sécurité sociale, couverture maladie",
                "address, phone, e-mail, social security number, health coverage")
        case .medical:
            language.either(
                "données de soins (diagnostics, traitements, résultats, vaccinations)",
                "care data (diagnoses, treatments, results, vaccinations)")
        case .restricted:
            language.either(
                "notes libres, documents et données signalées comme sensibles",
                "free-text notes, documents and data labelled sensitive")
        }
    }

    /// The ground of an exemption, as a sentence.
    func exemption(_ ground: CommunicationFacts.Exemption.Ground) -> String {
        switch ground {
        case .unintelligible:
            language.either(
                "a) Données incompréhensibles pour qui n’y est pas autorisé, la clé n’ayant pas été exposée.",
                "(a) The data are unintelligible to whoever is not authorised, and the key was not exposed.")
        case .laterMeasures:
            language.either(
                "b) Mesures ultérieures après lesquelles un risque élevé n’est plus susceptible de se concrétiser.",
                "(b) Subsequent measures after which a high risk is no longer likely to materialise.")
        case .disproportionateEffort:
            language.either(
                "c) Efforts disproportionnés\u{A0}: une communication publique remplace la communication individuelle.",
                "(c) Disproportionate effort: a public communication takes the place of individual ones.")
        }
    }
}
