/// A kind of document. The raw value is the template's name and the PDF's.
public enum DocumentKind: String, Hashable, Sendable, CaseIterable {
    /// The processor's notice to the controller (GDPR Art. 33(2)).
    case notice
    /// What to copy into the authority's form at first (Art. 33(1)).
    case cnilInitial = "cnil-initial"
    /// What to copy into it later (Art. 33(4)).
    case cnilComplementary = "cnil-complementary"
    /// The letter to a patient (Art. 34).
    case letter
    /// The public communication in its stead (Art. 34(3)(c)).
    case publicCommunication = "public"
    /// The entry of the practice's register of breaches (Art. 33(5)).
    case register
    /// Questions that the press and callers ask, with answers.
    case press
    /// The technical report.
    case technical

    /// The document's title.
    public func title(in language: DocumentLanguage) -> String {
        switch self {
        case .notice:
            language.either(
                "Notification d’une violation de données au responsable de traitement",
                "Notice of a personal data breach to the controller")
        case .cnilInitial:
            language.either(
                "CNIL – notification initiale – fiche de saisie", "CNIL – initial notification – copy sheet")
        case .cnilComplementary:
            language.either(
                "CNIL – notification complémentaire – fiche de saisie", "CNIL – complementary notification – copy sheet"
            )
        case .letter: language.either("Lettre au patient", "Letter to the patient")
        case .publicCommunication: language.either("Communication publique", "Public communication")
        case .register: language.either("Registre des violations", "Register of breaches")
        case .press: language.either("Questions et réponses", "Questions and answers")
        case .technical: language.either("Rapport technique", "Technical report")
        }
    }

    /// What a case's pack holds: everything but the other step's sheet.
    public static func pack(in phase: NotificationFacts.Phase) -> [DocumentKind] {
        allCases.filter { $0 != (phase == .initial ? .cnilComplementary : .cnilInitial) }
    }
}
