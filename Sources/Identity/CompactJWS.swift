import Vocabulary

/// The three parts of a compact JWS (RFC 7515 §7.1), decoded and not believed.
struct CompactJWS: Sendable {
    let header: [UInt8]
    let claims: [UInt8]
    let signature: [UInt8]
    /// What is signed: the first two parts as they came, with their dot.
    let signingInput: [UInt8]

    /// Throws ``IdentityError/malformedToken`` for a text that is too long, has other than three parts, or a part that is
    /// not canonical base64url.
    init(_ text: String, maximumLength: Int) throws(IdentityError) {
        guard text.utf8.count <= maximumLength else { throw .malformedToken }
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Base64URL.decode(parts[0]), let claims = Base64URL.decode(parts[1]),
            let signature = Base64URL.decode(parts[2])
        else { throw .malformedToken }
        (self.header, self.claims, self.signature) = (header, claims, signature)
        signingInput = Array(parts[0]) + [UInt8(ascii: ".")] + Array(parts[1])
    }
}
