/// What may follow for the people concerned.
public enum Impact: String, FormValue {
    // The names say it; the words are below.
    case lossOfControl = "loss-of-control"
    case limitationOfRights = "limitation-of-rights"
    case discrimination
    case identityTheft = "identity-theft"
    case fraud
    case pseudonymisationLifted = "pseudonymisation-lifted"
    case financialLoss = "financial-loss"
    case reputation
    case professionalSecrecy = "professional-secrecy"
    case other

    /// The value in words.
    public func text(in language: DocumentLanguage) -> String {
        switch self {
        case .lossOfControl:
            language.either("Perte de contrôle sur ses données", "Loss of control over one’s data")
        case .limitationOfRights: language.either("Limitation des droits", "Limitation of rights")
        case .discrimination: language.either("Discrimination", "Discrimination")
        case .identityTheft: language.either("Usurpation d’identité", "Identity theft")
        case .fraud: language.either("Fraude", "Fraud")
        case .pseudonymisationLifted:
            language.either("Levée non autorisée de la pseudonymisation", "Unauthorised lifting of pseudonymisation")
        case .financialLoss: language.either("Perte financière", "Financial loss")
        case .reputation: language.either("Atteinte à la réputation", "Damage to reputation")
        case .professionalSecrecy:
            language.either(
                "Perte de confidentialité de données protégées par le secret professionnel",
                "Loss of confidentiality of data under professional secrecy")
        case .other: language.either("Autre", "Other")
        }
    }
}
