/// A provider of identities (OpenID Connect Core 1.0), and what is expected of it: nothing is taken from its answers.
public struct OpenIDProvider: Sendable {
    /// How ID tokens are signed (RFC 7518 §3.1).
    public enum Algorithm: String, Sendable, CaseIterable {
        /// RSASSA-PKCS1-v1_5 with SHA-256.
        case rs256 = "RS256"
        /// RSASSA-PSS with SHA-256.
        case ps256 = "PS256"
        /// ECDSA with P-256 and SHA-256.
        case es256 = "ES256"
    }

    /// Its `iss`, character for character.
    public let issuer: String
    /// Our id there.
    public let clientID: String
    /// Where the person's browser is sent.
    public let authorizationEndpoint: String
    /// Where it comes back, as registered there.
    public let redirectURI: String
    /// What is asked for, `openid` among it.
    public let scope: String
    /// The one algorithm of its ID tokens.
    public let algorithm: Algorithm
    /// The levels of authentication that are accepted; the first is the preferred one.
    public let acrValues: [String]
    /// The claim that holds the RPPS number: 11 digits, or `8` and 11 digits.
    public let rppsClaim: String
    /// How long ago the person may have been authenticated, in seconds (`max_age`).
    public let maximumAge: Int64

    /// Makes it of its settings. Addresses are `https`, or `http` on this very machine, without a query.
    ///
    /// - Throws: ``IdentityError/provider`` for anything that is empty, unsafe, or over a day of `maximumAge`.
    public init(
        issuer: String, clientID: String, authorizationEndpoint: String, redirectURI: String, scope: String,
        algorithm: Algorithm, acrValues: [String], rppsClaim: String, maximumAge: Int64
    ) throws(IdentityError) {
        guard [issuer, authorizationEndpoint, redirectURI].allSatisfy(Self.isSafe), (0...86_400).contains(maximumAge),
            !clientID.isEmpty, !acrValues.isEmpty, !acrValues.contains(where: { $0.isEmpty || $0.contains(" ") }),
            scope.split(separator: " ").contains("openid"), !Self.claims.contains(rppsClaim), !rppsClaim.isEmpty
        else { throw .provider }
        (self.issuer, self.clientID, self.redirectURI, self.scope) = (issuer, clientID, redirectURI, scope)
        (self.authorizationEndpoint, self.algorithm) = (authorizationEndpoint, algorithm)
        (self.acrValues, self.rppsClaim, self.maximumAge) = (acrValues, rppsClaim, maximumAge)
    }

    /// Whether an address may be asked: `https`, or `http` to this very machine, without a query.
    public static func isSafe(address: String) -> Bool {
        guard let origin = TargetURL(address)?.origin else { return false }
        let loopback = ["http://127.0.0.1", "http://[::1]", "http://localhost"]
        return origin.hasPrefix("https://") || loopback.contains { origin == $0 || origin.hasPrefix($0 + ":") }
    }

    /// The claims that are read besides the one of the RPPS number (§2, §3.1.3.6).
    static let claims: Set = ["iss", "sub", "aud", "azp", "exp", "iat", "nbf", "auth_time", "nonce", "acr", "at_hash"]
}
