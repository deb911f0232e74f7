/// Whether the people concerned are told.
public enum CommunicationState: String, FormValue {
    /// They were told.
    case yes
    /// They will be.
    case later
    /// They will not be.
    case no

    /// The value in words.
    public func text(in language: DocumentLanguage) -> String {
        switch self {
        case .yes: language.either("Oui", "Yes")
        case .later: language.either("Non, mais elles le seront", "Not yet, but they will be")
        case .no: language.either("Non", "No")
        }
    }
}
