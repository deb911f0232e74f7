/// What became of a patient who was asked about. The raw value is what a run that goes on later reads.
public enum LetterOutcome: RawRepresentable, Hashable, Sendable {
    /// A letter to the patient.
    case letter
    /// A letter to those who represent a minor.
    case minor
    /// A letter to somebody whose record has no birth date.
    case undated
    /// None, though the patient was found.
    case unnamed(UnnamedReason)
    /// The patient is nobody whom the certificate counts.
    case nobody

    /// Reads a word.
    public init?(rawValue: String) {
        switch rawValue {
        case "letter": self = .letter
        case "minor": self = .minor
        case "undated": self = .undated
        case "nobody": self = .nobody
        default:
            guard let reason = UnnamedReason(rawValue: rawValue) else { return nil }
            self = .unnamed(reason)
        }
    }

    /// The word.
    public var rawValue: String {
        switch self {
        case .letter: "letter"
        case .minor: "minor"
        case .undated: "undated"
        case .nobody: "nobody"
        case .unnamed(let reason): reason.rawValue
        }
    }

    /// Whether there is a letter.
    public var isLetter: Bool { self == .letter || self == .minor || self == .undated }

    /// Whether asking again would say the same: what was refused may be shown another day.
    public var isFinal: Bool { self != .unnamed(.refused) && self != .unnamed(.addressNotShown) }
}
