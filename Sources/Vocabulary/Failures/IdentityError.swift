/// Why something was not accepted: a code for the log, never a value.
///
/// Whoever is refused sees ``publicText`` and nothing else, so that an attacker cannot tell a wrong key from a late clock.
public enum IdentityError: String, Error, Hashable, Sendable, CaseIterable {
    /// Too long, not three parts, or a part that is not canonical base64url.
    case malformedToken = "malformed-token"
    /// Not one flat JSON object of printable ASCII, or a member twice.
    case malformedObject = "malformed-object"
    /// A header that is not exactly that of an assertion (`alg: ES256` with, at most, `typ: JWT` and a `kid`), of a
    /// request proof (`alg: ES256`, `typ: dpop+jwt`, `jwk`), or of an ID token (`alg`, `kid` and, at most, `typ: JWT`).
    case header
    /// A claim that is absent, or not of its type.
    case claim
    /// `iss` and `sub` are not the same member or client id; in an ID token, no `sub` of 1 to 255 characters.
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
    /// A request proof by another key than the session's.
    case otherKey = "other-key"
    /// A request proof for another method.
    case method
    /// A request proof for another URL, or a URL that is not read.
    case url
    /// A request proof or an ID token for another access token.
    case accessToken = "access-token"
    /// A request proof or an ID token without a nonce, or with one that is not accepted.
    case nonce
    /// `pat`: over 20, one twice, or something that is no patient's id.
    case patients
    /// `tiers`: one twice, or something that is no tier.
    case tiers
    /// `terms`: over 16, one twice, or something that is no `field:value`.
    case terms
    /// `book`: not exactly a patient, a professional and a day.
    case booking
    /// A provider of identities whose settings are not sound.
    case provider
    /// A provider's keys that are not a bounded set of keys with different ids, or a private key among them.
    case keySet = "key-set"
    /// An ID token by a key that is not in the provider's set, or that names none.
    case unknownKey = "unknown-key"
    /// An ID token by another algorithm than the provider's, or by a key of another kind.
    case algorithm
    /// An ID token of another issuer.
    case issuer
    /// An ID token for us by way of somebody else (`azp`).
    case authorizedParty = "authorized-party"
    /// An ID token that was issued too long ago.
    case tooOld = "too-old"
    /// The person was authenticated too long ago, later than now, or it is not said when.
    case authenticationTime = "authentication-time"
    /// Authenticated in a way that is not accepted (`acr`).
    case acr
    /// No RPPS number of 11 digits in the claim that has it.
    case rpps
    /// Not the one-time code, or not a code at all.
    case code
    /// A secret for one-time codes that is too short or too long, or a number of digits that is not offered.
    case secret
    /// A password of fewer characters than a new one must have.
    case tooShort = "too-short"
    /// A password of more characters than one may have.
    case tooLong = "too-long"
    /// A password hash of another form, or one that asks for too little or too much work.
    case passwordHash = "password-hash"
    /// No memory to hash a password.
    case resources

    /// What the refused side is told, the same for every code (RFC 6749 §5.2).
    public static let publicText = "invalid_client"

    /// What whoever sent a request proof is told (RFC 9449 §5, §8): the nonce is judged last, so only a proof that is right
    /// otherwise learns that a new one will do.
    public var publicProofText: String { self == .nonce ? "use_dpop_nonce" : "invalid_dpop_proof" }
}

extension IdentityError: CustomStringConvertible {
    /// The code.
    public var description: String { rawValue }
}
