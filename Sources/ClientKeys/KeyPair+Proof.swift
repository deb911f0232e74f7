import Identity
import Vocabulary

extension KeyPair {
    /// Signs a request proof (RFC 9449 §4.2) that ``UnverifiedRequestProof`` reads, with a `jti` of 128 random bits.
    ///
    /// - Parameters:
    ///   - method: The request's.
    ///   - url: The request's, absolute; its query and fragment are left out.
    ///   - tokenHash: ``RequestProof/hash(ofToken:)`` of the access token.
    ///   - nonce: The last that the server gave; nil before the first.
    ///   - named: What is asked for; nil for the patient in the path.
    ///   - now: The holder's clock.
    /// - Throws: ``IdentityError/method``, ``IdentityError/url``, ``IdentityError/nonce``, ``IdentityError/signing``.
    public func proof(
        method: String, url: String, tokenHash: [UInt8], nonce: String?, named: RequestProof.Named? = nil,
        now: Timestamp
    ) throws(IdentityError) -> String {
        guard let target = TargetURL(ofRequest: url) else { throw .url }
        guard method.isToken else { throw .method }
        guard (nonce ?? "").utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .nonce }
        var claims = [
            ("htm", method.quoted), ("htu", (target.origin + target.path).quoted), ("jti", KeyPair.freshID().quoted),
            ("ath", Base64URL.text(tokenHash).quoted), ("iat", "\(now.seconds)"),
        ]
        if let nonce { claims.append(("nonce", nonce.quoted)) }
        if let named { claims += named.claims }
        let text = claims.map { "\"\($0)\":\($1)" }.joined(separator: ",")
        return try sign(header: #"{"typ":"dpop+jwt","alg":"ES256","jwk":\#(publicKey.jwk)}"#, claims: "{\(text)}")
    }
}

extension RequestProof.Named {
    /// The claims that say this, as JSON.
    fileprivate var claims: [(String, String)] {
        var claims = [("pat", patients.map(\.description).quoted), ("tiers", tiers.tiers.map(\.word).quoted)]
        if !terms.isEmpty { claims.append(("terms", terms.map { "\($0.field.rawValue):\($0.value)" }.quoted)) }
        if isAny { claims.append(("any", "true")) }
        if let booking {
            let (patient, professional) = (booking.patient.description, booking.professional.description)
            let members = #""patient":"\#(patient)","professional":"\#(professional)","day":"\#(booking.day)""#
            claims.append(("book", "{\(members)}"))
        }
        return claims
    }
}

extension [String] {
    /// A JSON array, in the order of the texts.
    fileprivate var quoted: String { "[" + sorted().map(\.quoted).joined(separator: ",") + "]" }
}

extension String {
    /// A JSON string (RFC 8259 §7).
    fileprivate var quoted: String {
        "\"" + replacing("\\", with: #"\\"#).replacing("\"", with: #"\""#) + "\""
    }

    /// Whether RFC 9110 §5.6.2 calls it a token.
    fileprivate var isToken: Bool {
        !isEmpty && utf8.allSatisfy { PercentEncoding.isUnreserved($0) || "!#$%&'*+^`|".utf8.contains($0) }
    }
}
