/// Why a pack was not even begun.
public enum PackError: Error, Hashable, Sendable {
    /// Two cases of one practice: which is right is for a person to say.
    case samePractice
}
