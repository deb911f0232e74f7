/// Why a provider of identities was of no use: a code for the log, never a value. Whoever wanted to sign in is told the same as
/// when an ID token is refused.
enum OpenIDFailure: String, Error, CustomStringConvertible {
    /// No connection, or one that broke.
    case unreachable
    /// Nothing whole within the time that is given.
    case slow
    /// An answer of over 64 KiB.
    case tooLarge = "too-large"
    /// It sends us somewhere else.
    case redirected
    /// It does not take the code, the verifier or us (RFC 6749 §5.2).
    case denied
    /// Another status than 200.
    case status
    /// No JSON object with an ID token and an access token of the type `Bearer`.
    case answer
    /// A code of no or over 2,048 bytes.
    case code

    var description: String { rawValue }
}
