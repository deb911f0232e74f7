import Vocabulary

/// An ID token as it arrived (OpenID Connect Core 1.0 §2, compact JWS of RFC 7515 §7.1): three parts with a header, and
/// nothing more. Its claims are not even read before its signature is right.
public struct UnverifiedIDToken: Sendable {
    /// The longest text that is read, in bytes.
    public static let maximumLength = 16_384

    private let jws: CompactJWS
    private let algorithm: String
    private let kid: String

    /// Reads the text. The header is exactly `alg`, `kid` and, at most, `typ: JWT`, so that no `jwk`, `jku`, `x5u`, `crit`
    /// or `b64` has a say. Throws the code of what is wrong.
    public init(_ text: String) throws(IdentityError) {
        jws = try CompactJWS(text, maximumLength: UnverifiedIDToken.maximumLength)
        let header = try FlatObject(jws.header)
        guard let algorithm = header.string("alg"), let kid = header.string("kid"),
            header.members.count == (header.string("typ") == "JWT" ? 3 : 2)
        else { throw .header }
        (self.algorithm, self.kid) = (algorithm, kid)
    }

    /// Believes the token if the provider signed it with its algorithm for this very request, now (§3.1.3.7).
    ///
    /// - Parameters:
    ///   - request: The one for which the code was given; whoever calls has forgotten it already.
    ///   - accessToken: What came with the ID token.
    ///   - keys: The provider's.
    ///   - now: The verifier's clock.
    ///   - leeway: Seconds by which the two clocks may differ; above ``OpenIDIdentity/maximumLeeway`` counts as that.
    /// - Throws: ``IdentityError/algorithm``, ``IdentityError/unknownKey``, ``IdentityError/signature`` before any other code.
    public func verified(
        for request: OpenIDRequest, accessToken: String, by keys: OpenIDKeySet, now: Timestamp,
        leeway: Int64 = OpenIDIdentity.maximumLeeway
    ) throws(IdentityError) -> OpenIDIdentity {
        let provider = request.provider
        guard algorithm == provider.algorithm.rawValue else { throw .algorithm }
        guard try keys.isValid(jws, kid: kid, provider.algorithm) else { throw .signature }
        let form = FlatObject.Form(known: OpenIDProvider.claims.union([provider.rppsClaim]), limit: 64)
        let leeway = min(max(leeway, 0), OpenIDIdentity.maximumLeeway)
        let claims = try FlatObject(jws.claims, form: form)
        return try OpenIDIdentity(claims, for: request, accessToken: accessToken, now: now, leeway: leeway)
    }
}
