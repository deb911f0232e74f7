import Vocabulary

/// A kind of data.
public enum DataCategory: String, FormValue {
    // The names say it; the words are below.
    case civilStatus = "civil-status"
    case nir
    case contact
    case access
    case financial
    case officialDocuments = "official-documents"
    case location
    case offences
    case unknown
    case origin
    case political
    case religious
    case union
    case sexualOrientation = "sexual-orientation"
    case health
    case biometric
    case genetic
    case other

    /// What the tiers hold of which a key was released for certain, in the order of the list.
    public static func held(by scope: PracticeScope) -> [DataCategory] {
        let tiers = Set(scope.tiers.filter { $0.people.lower > 0 }.map(\.tier))
        let held = Set(tiers.flatMap(held(in:)))
        return allCases.filter(held.contains)
    }

    private static func held(in tier: Tier) -> [DataCategory] {
        switch tier {
        case .identity: [.civilStatus]
        case .contact: [.contact, .nir]
        case .medical, .restricted: [.health]
        }
    }

    /// The value in words.
    public func text(in language: DocumentLanguage) -> String {
        switch self {
        case .civilStatus:
            language.either("État civil (nom, date de naissance, sexe…)", "Civil status (name, birth date, sex…)")
        case .nir: language.either("Numéro de sécurité sociale (NIR)", "Social security number (NIR)")
        case .contact: language.either("Coordonnées (adresse, téléphone, courriel)", "Contact details")
        case .access: language.either("Données d’identification ou d’accès", "Identification or access data")
        case .financial: language.either("Données financières", "Financial data")
        case .officialDocuments: language.either("Documents officiels", "Official documents")
        case .location: language.either("Données de localisation", "Location data")
        case .offences: language.either("Infractions, condamnations", "Offences, convictions")
        case .unknown: language.either("Pas encore connu", "Not known yet")
        case .origin: language.either("Origine raciale ou ethnique", "Racial or ethnic origin")
        case .political: language.either("Opinions politiques", "Political opinions")
        case .religious:
            language.either("Convictions religieuses ou philosophiques", "Religious or philosophical beliefs")
        case .union: language.either("Appartenance syndicale", "Trade union membership")
        case .sexualOrientation:
            language.either("Vie ou orientation sexuelle", "Sex life or sexual orientation")
        case .health: language.either("Données de santé", "Health data")
        case .biometric: language.either("Données biométriques", "Biometric data")
        case .genetic: language.either("Données génétiques", "Genetic data")
        case .other: language.either("Autres données", "Other data")
        }
    }
}
