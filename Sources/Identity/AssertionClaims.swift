import Vocabulary

/// What an assertion says (RFC 7519 §4.1, RFC 7523 §3), well formed and not yet believed. Other claims are ignored.
struct AssertionClaims: Sendable {
    let subject: String
    let audience: String
    let jti: String
    let expires: Timestamp
    let issuedAt: Timestamp?
    let notBefore: Timestamp?
    let key: String?

    /// Throws ``IdentityError/claim``, ``IdentityError/subject``, ``IdentityError/jti`` or ``IdentityError/audience``.
    init(_ object: FlatObject) throws(IdentityError) {
        guard let subject = object.string("sub"), object.string("iss") == subject else { throw .subject }
        guard ClientID(subject) != nil else { throw .subject }
        guard let jti = object.string("jti"), AssertionClaims.isSafe(jti) else { throw .jti }
        guard let expires = try object.integer("exp") else { throw .claim }
        self.subject = subject
        self.jti = jti
        self.expires = Timestamp(seconds: expires)
        audience = try AssertionClaims.audience(object.members["aud"])
        issuedAt = try object.integer("iat").map(Timestamp.init(seconds:))
        notBefore = try object.integer("nbf").map(Timestamp.init(seconds:))
        key = object.string("jkt")
    }

    /// Refuses an assertion that is for another audience or another time.
    func check(audience expected: Set<String>, now: Timestamp, leeway: Int64) throws(IdentityError) {
        guard expected.contains(audience) else { throw .audience }
        guard now < expires.adding(seconds: leeway) else { throw .expired }
        for moment in [issuedAt, notBefore] {
            guard let moment else { continue }
            guard moment <= now.adding(seconds: leeway) else { throw .notYetValid }
            guard moment < expires else { throw .lifetime }
        }
        let latestStart = now.adding(seconds: leeway)
        guard expires <= (issuedAt ?? latestStart).adding(seconds: Assertion.maximumLifetime) else { throw .lifetime }
    }

    /// One audience, alone or in an array.
    private static func audience(_ value: FlatObject.Value?) throws(IdentityError) -> String {
        switch value {
        case .string(let text): text
        case .strings(let texts) where texts.count == 1: texts[0]
        default: throw .audience
        }
    }

    /// 16 to 128 characters that RFC 3986 §2.3 calls unreserved.
    static func isSafe(_ jti: String) -> Bool {
        (16...128).contains(jti.utf8.count) && jti.utf8.allSatisfy(PercentEncoding.isUnreserved)
    }
}
