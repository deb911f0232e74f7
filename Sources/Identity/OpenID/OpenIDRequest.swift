import Crypto
import Vocabulary

/// A sign-in that was begun at a provider (OpenID Connect Core 1.0 §3.1.2.1, RFC 7636): kept by whoever began it, for one use.
///
/// `nonce` and `state` are the base64url of the SHA-256 of three fields, each behind its length in 4 big-endian bytes: the
/// format `colloque/openid-nonce/1` or `colloque/openid-state/1`, the broker's nonce, the thumbprint of the client's key.
/// An ID token that was asked for by one client is worth nothing to another, as that has another key.
public struct OpenIDRequest: Sendable {
    /// Who is asked.
    public let provider: OpenIDProvider
    /// What the browser brings back: the client that began compares it, and who kept the request finds it by this.
    public let state: String
    /// What only we know, and the provider learns together with the code (RFC 7636 §4.1).
    public let verifier: BearerToken
    /// What the ID token must say.
    let nonce: String

    /// Begins.
    ///
    /// - Parameters:
    ///   - provider: Who is asked.
    ///   - nonce: The broker's, 16 to 64 random bytes, used once.
    ///   - key: The key that the client will sign its request proofs with.
    ///   - verifier: Drawn here, but in tests.
    /// - Throws: ``IdentityError/nonce``.
    public init(
        to provider: OpenIDProvider, nonce: [UInt8], key: PublicKey, verifier: BearerToken = BearerToken()
    ) throws(IdentityError) {
        guard (16...64).contains(nonce.count) else { throw .nonce }
        func bound(_ format: String) -> String {
            Base64URL.text(SignInChallenge.hash([Array(format.utf8), nonce, Array(key.thumbprint.utf8)]))
        }
        (self.provider, self.verifier) = (provider, verifier)
        (self.nonce, state) = (bound("colloque/openid-nonce/1"), bound("colloque/openid-state/1"))
    }

    /// Where the person's browser is sent.
    public var url: String {
        let challenge = Base64URL.text(SHA256.hash(data: Array(verifier.exposedText().utf8)))
        return provider.authorizationEndpoint + "?"
            + Self.form([
                ("response_type", "code"), ("client_id", provider.clientID), ("redirect_uri", provider.redirectURI),
                ("scope", provider.scope), ("state", state), ("nonce", nonce), ("code_challenge", challenge),
                ("code_challenge_method", "S256"), ("acr_values", provider.acrValues.joined(separator: " ")),
                ("max_age", "\(provider.maximumAge)"),
            ])
    }

    /// The members as a query, or as the body of a form.
    public static func form(_ members: [(String, String)]) -> String {
        members.map { $0 + "=" + PercentEncoding.encoded($1) }.joined(separator: "&")
    }
}
