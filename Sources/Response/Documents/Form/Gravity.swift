/// How grave the breach is for the people concerned.
public enum Gravity: String, FormValue {
    // The names say it; the words are below.
    case negligible
    case limited
    case important
    case maximal

    /// The value in words.
    public func text(in language: DocumentLanguage) -> String {
        switch self {
        case .negligible: language.either("Négligeable", "Negligible")
        case .limited: language.either("Limitée", "Limited")
        case .important: language.either("Importante", "Important")
        case .maximal: language.either("Maximale", "Maximal")
        }
    }
}
