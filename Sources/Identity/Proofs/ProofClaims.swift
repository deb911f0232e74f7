import Vocabulary

/// What a request proof says (RFC 9449 §4.2; docs/formats/request-proof.md), well formed and not yet believed. Other claims
/// are ignored.
struct ProofClaims: Sendable {
    let method: String
    let target: TargetURL
    let tokenHash: [UInt8]
    let jti: String
    let issuedAt: Timestamp
    let expires: Timestamp
    let notBefore: Timestamp?
    let nonce: String?
    let named: RequestProof.Named

    /// Members that are not flat.
    static let form = FlatObject.Form(objects: ["book"], texts: ["terms"])

    /// Throws ``IdentityError/claim``, or the code of the claim that is not well formed.
    init(_ object: FlatObject) throws(IdentityError) {
        guard let method = object.string("htm"), !method.isEmpty else { throw .method }
        guard let target = object.string("htu").flatMap({ TargetURL($0) }) else { throw .url }
        guard let hash = object.string("ath").flatMap({ Base64URL.decode($0.utf8) }) else { throw .accessToken }
        guard let jti = object.string("jti"), AssertionClaims.isSafe(jti) else { throw .jti }
        guard let issuedAt = try object.integer("iat").map(Timestamp.init(seconds:)) else { throw .claim }
        (self.method, self.target, tokenHash, self.jti, self.issuedAt) = (method, target, hash, jti, issuedAt)
        let end = issuedAt.adding(seconds: RequestProof.maximumAge)
        expires = min(try object.integer("exp").map(Timestamp.init(seconds:)) ?? end, end)
        notBefore = try object.integer("nbf").map(Timestamp.init(seconds:))
        nonce = object.string("nonce")
        named = try RequestProof.Named(object, target: target)
    }

    /// Refuses a proof that is for another request.
    func check(method: String, url: String, tokenHash: [UInt8]) throws(IdentityError) {
        guard method == self.method else { throw .method }
        guard TargetURL(ofRequest: url) == target else { throw .url }
        try check(tokenHash: tokenHash)
    }

    /// Refuses a proof that is for another session.
    func check(tokenHash: [UInt8]) throws(IdentityError) {
        guard tokenHash.count == 32, tokenHash.matches(self.tokenHash) else { throw .accessToken }
    }

    /// Refuses a proof that is for another time; the nonce last, as a client tries again with a new one.
    func check(nonces: Set<String>, now: Timestamp, leeway: Int64) throws(IdentityError) {
        guard now < expires.adding(seconds: leeway) else { throw .expired }
        guard max(issuedAt, notBefore ?? issuedAt) <= now.adding(seconds: leeway) else { throw .notYetValid }
        guard let nonce, nonces.contains(nonce) else { throw .nonce }
    }
}
