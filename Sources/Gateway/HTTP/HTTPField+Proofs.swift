import HTTPTypes

extension HTTPField.Name {
    /// Carries a request proof (RFC 9449 §4.1).
    static let proof = HTTPField.Name("DPoP")
    /// Carries the nonce that the next proof shall bear (RFC 9449 §8).
    static let proofNonce = HTTPField.Name("DPoP-Nonce")
}
