/// Why something was not accepted: a code for the log, never a value.
///
/// Whoever is refused sees ``publicText`` and nothing else, so that an attacker cannot tell a wrong key from a late clock.
public enum IdentityError: String, Error, Hashable, Sendable, CaseIterable {
    /// Too long, not three parts, or a part that is not canonical base64url.
    case malformedToken = "malformed-token"
    /// Not one flat JSON object of printable ASCII, or a member twice.
    case malformedObject = "malformed-object"
    /// A header that is not exactly `alg: ES256` with, at most, `typ: JWT` and a `kid`.
    case header
    /// A claim that is absent, or not of its type.
    case claim
    /// `iss` and `sub` are not the same member or client id.
    case subject
    /// A `jti` that is not 16 to 128 characters of its alphabet.
    case jti
    /// The signature is not that of the key, or there is no key.
    case signature
    /// Meant for somebody else.
    case audience
    /// Past its `exp`.
    case expired
    /// Before its `nbf` or `iat`.
    case notYetValid = "not-yet-valid"
    /// Valid for longer than an assertion may be.
    case lifetime
    /// This `jti` was used before.
    case replayed
    /// The window holds as many as it may; it refuses rather than forgets.
    case windowFull = "window-full"
    /// Not a P-256 key, or not in one of the forms that are read.
    case key
    /// The key could not sign.
    case signing

    /// What the refused side is told, the same for every code (RFC 6749 §5.2).
    public static let publicText = "invalid_client"
}

extension IdentityError: CustomStringConvertible {
    /// The code.
    public var description: String { rawValue }
}
