/// Who or what caused the breach.
public enum BreachCause: String, FormValue {
    // The names say it; the words are below.
    case internalMalicious = "internal-malicious"
    case internalAccidental = "internal-accidental"
    case externalMalicious = "external-malicious"
    case externalAccidental = "external-accidental"
    case unknown

    /// The value in words.
    public func text(in language: DocumentLanguage) -> String {
        switch self {
        case .internalMalicious: language.either("Acte interne malveillant", "Internal, malicious")
        case .internalAccidental: language.either("Acte interne accidentel", "Internal, accidental")
        case .externalMalicious: language.either("Acte externe malveillant", "External, malicious")
        case .externalAccidental: language.either("Acte externe accidentel", "External, accidental")
        case .unknown: language.either("Inconnue", "Unknown")
        }
    }
}
