/// What was lost (EDPB guidelines 9/2022: confidentiality, integrity, availability).
public enum BreachNature: String, FormValue {
    /// Somebody saw or took what they should not.
    case confidentiality
    /// Something was altered.
    case integrity
    /// Something is gone or out of reach.
    case availability

    /// The value in words.
    public func text(in language: DocumentLanguage) -> String {
        switch self {
        case .confidentiality: language.either("Perte de confidentialité", "Loss of confidentiality")
        case .integrity: language.either("Perte d’intégrité", "Loss of integrity")
        case .availability: language.either("Perte de disponibilité", "Loss of availability")
        }
    }
}
