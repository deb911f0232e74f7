/// By what the index found a patient, beside what the opened identity tells.
public enum MatchEvidence: String, Hashable, Sendable {
    /// The same national number (NIR, INS).
    case nationalNumber
    /// Another identifier, with the same system.
    case identifier
    /// A telephone number.
    case phone
    /// An e-mail address.
    case email
    /// The birth date or a name: nothing that the opened identity does not tell better.
    case identity
}
