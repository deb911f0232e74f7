import Vocabulary

/// A request proof as it arrived (RFC 9449 §4.2, compact JWS of RFC 7515 §7.1): well formed, and nothing more.
public struct UnverifiedRequestProof: Sendable {
    /// The longest text that is read, in bytes.
    public static let maximumLength = 8192

    /// Its own id, as it says: good for looking it up and for nothing else.
    public var claimedID: String { claims.jti }
    private let jws: CompactJWS
    private let key: PublicKey
    private let claims: ProofClaims

    /// Reads the text. The header is exactly `typ`, `alg` and `jwk`, and the key has exactly its four public members, so that
    /// no private key, `jku`, `x5u`, `kid`, `crit` or `b64` has a say (RFC 9449 §4.3, items 2 to 7). Throws the code of what
    /// is wrong.
    public init(_ text: String) throws(IdentityError) {
        jws = try CompactJWS(text, maximumLength: UnverifiedRequestProof.maximumLength)
        let header = try FlatObject(jws.header, form: FlatObject.Form(objects: ["jwk"]))
        guard header.string("typ") == "dpop+jwt", header.string("alg") == "ES256", header.members.count == 3,
            case .object(let members) = header.members["jwk"]
        else { throw .header }
        key = try PublicKey(members: members)
        guard jws.signature.count == 64 else { throw .signature }
        claims = try ProofClaims(try FlatObject(jws.claims, form: ProofClaims.form))
    }

    /// Believes the proof if the session's key signed it for this very request, now (RFC 9449 §4.3, items 7 to 12).
    ///
    /// - Parameters:
    ///   - thumbprint: That of the session's key (RFC 7638). Without it any key could sign.
    ///   - method: The request's, as it came.
    ///   - url: The request's, absolute, as its client addressed it; query and fragment do not matter.
    ///   - tokenHash: ``RequestProof/hash(ofToken:)`` of the access token that came with the request.
    ///   - nonces: Those that the broker gave out and still accepts (RFC 9449 §8, §9); none, and every proof is refused.
    ///   - now: The verifier's clock.
    ///   - leeway: Seconds by which the two clocks may differ; above ``RequestProof/maximumLeeway`` counts as that.
    /// - Throws: ``IdentityError/otherKey`` and ``IdentityError/signature`` before any other code, ``IdentityError/nonce``
    ///   after all others.
    public func verified(
        by thumbprint: String, method: String, url: String, tokenHash: [UInt8], nonces: Set<String>, now: Timestamp,
        leeway: Int64 = RequestProof.maximumLeeway
    ) throws(IdentityError) -> RequestProof {
        let leeway = min(max(leeway, 0), RequestProof.maximumLeeway)
        try checkSignature(by: thumbprint)
        try claims.check(method: method, url: url, tokenHash: tokenHash)
        try claims.check(nonces: nonces, now: now, leeway: leeway)
        return proof(thumbprint, leeway)
    }

    /// Believes the proof if the session's key signed it now, for the session's token and whatever request: what the broker can check
    /// by itself, to which a gateway says what the request was. What it opens is what ``RequestProof/named`` says.
    ///
    /// Parameters and errors as of ``verified(by:method:url:tokenHash:nonces:now:leeway:)``.
    public func verified(
        by thumbprint: String, tokenHash: [UInt8], nonces: Set<String>, now: Timestamp,
        leeway: Int64 = RequestProof.maximumLeeway
    ) throws(IdentityError) -> RequestProof {
        let leeway = min(max(leeway, 0), RequestProof.maximumLeeway)
        try checkSignature(by: thumbprint)
        try claims.check(tokenHash: tokenHash)
        try claims.check(nonces: nonces, now: now, leeway: leeway)
        return proof(thumbprint, leeway)
    }

    private func checkSignature(by thumbprint: String) throws(IdentityError) {
        guard key.thumbprint == thumbprint else { throw .otherKey }
        guard key.isValid(signature: jws.signature, over: jws.signingInput) else { throw .signature }
    }

    private func proof(_ thumbprint: String, _ leeway: Int64) -> RequestProof {
        RequestProof(
            thumbprint: thumbprint, jti: claims.jti, issuedAt: claims.issuedAt,
            expires: claims.expires.adding(seconds: leeway), path: claims.target.path, named: claims.named)
    }
}
