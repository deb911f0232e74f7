import Crypto
import Vocabulary

/// An assertion as it arrived (RFC 7523 §3, compact JWS of RFC 7515 §7.1): well formed, and nothing more.
public struct UnverifiedAssertion: Sendable {
    /// The longest text that is read, in bytes.
    public static let maximumLength = 4096

    private let claims: AssertionClaims
    private let jws: CompactJWS

    /// Reads the text. The header may name `alg` ES256, `typ` JWT and a `kid` that is not used, so that no `jwk`, `jku`,
    /// `x5u`, `crit` or `b64` has a say. Throws the code of what is wrong.
    public init(_ text: String) throws(IdentityError) {
        jws = try CompactJWS(text, maximumLength: UnverifiedAssertion.maximumLength)
        try UnverifiedAssertion.check(header: try FlatObject(jws.header))
        guard jws.signature.count == 64 else { throw .signature }
        claims = try AssertionClaims(try FlatObject(jws.claims))
    }

    /// Who it says it is of, a lower-case UUID: good for looking up the key and for nothing else.
    public var claimedSubject: String { claims.subject }

    /// Believes the assertion if the key signed it for one of these audiences and it is valid now.
    ///
    /// - Parameters:
    ///   - key: The key of ``claimedSubject``. Pass nil when there is no such subject or its key may not sign in: that
    ///     takes the same time as a wrong signature and always fails.
    ///   - audience: The names by which this installation may be addressed.
    ///   - now: The verifier's clock.
    ///   - leeway: Seconds by which the two clocks may differ; above ``Assertion/maximumLeeway`` counts as that.
    /// - Throws: ``IdentityError/signature`` before any other code.
    public func verified(
        by key: PublicKey?, audience: Set<String>, now: Timestamp, leeway: Int64 = Assertion.maximumLeeway
    ) throws(IdentityError) -> Assertion {
        let isSigned = (key ?? .nobody).isValid(signature: jws.signature, over: jws.signingInput)
        guard isSigned, key != nil else { throw .signature }
        let leeway = min(max(leeway, 0), Assertion.maximumLeeway)
        try claims.check(audience: audience, now: now, leeway: leeway)
        let expires = claims.expires.adding(seconds: leeway)
        return Assertion(
            subject: claims.subject, jti: claims.jti, issuedAt: claims.issuedAt, key: claims.key, expires: expires)
    }

    private static func check(header: FlatObject) throws(IdentityError) {
        guard header.string("alg") == "ES256" else { throw .header }
        for (name, value) in header.members where name != "alg" {
            switch (name, value) {
            case ("typ", .string("JWT")), ("kid", .string): continue
            default: throw .header
            }
        }
    }
}
