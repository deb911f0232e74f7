import Crypto
import Testing
import Vocabulary

@testable import ClientKeys
@testable import Identity

/// Makes request proofs, right or wrong, signed or not.
enum ProofForge {
    static let now = Forge.now
    static let token = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU"
    static let tokenHash = RequestProof.hash(ofToken: token.utf8)
    static let patient = "0b6c1d4e-5f60-4a71-8b82-93a4b5c6d7e8"
    static let member = "7d1f0c3a-2b4e-4d5c-9a8b-1c2d3e4f5a6b"
    static let url = "https://vault.example/fhir/Patient/\(patient)"
    static let nonce = "nonce-of-the-broker"
    static let key = KeyPair()

    static func header(jwk: String = key.publicKey.jwk) -> String {
        #"{"typ":"dpop+jwt","alg":"ES256","jwk":\#(jwk)}"#
    }

    /// The claims of a right proof, with members replaced or, when nil, left out. Values are JSON.
    static func claims(_ changes: [String: String?] = [:]) -> String {
        var members: [String: String] = [
            "htm": #""GET""#, "htu": "\"\(url)\"", "jti": #""abcdefghijklmnop""#, "iat": "\(now.seconds)",
            "nonce": "\"\(nonce)\"", "ath": "\"\(Base64URL.text(tokenHash))\"",
        ]
        for (name, value) in changes { members[name] = value }
        return "{" + members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    /// A proof with a right signature over whatever is said.
    static func proof(header: String = header(), claims: String = claims(), key: KeyPair = key) throws -> String {
        try key.sign(header: header, claims: claims)
    }

    /// Reads and verifies, as the broker does.
    @discardableResult
    static func verify(
        _ proof: String, by thumbprint: String = key.publicKey.thumbprint, method: String = "GET", url: String = url,
        tokenHash: [UInt8] = tokenHash, nonces: Set<String> = [nonce], now: Timestamp = now,
        leeway: Int64 = RequestProof.maximumLeeway
    ) throws(IdentityError) -> RequestProof {
        try UnverifiedRequestProof(proof).verified(
            by: thumbprint, method: method, url: url, tokenHash: tokenHash, nonces: nonces, now: now, leeway: leeway)
    }

    /// The code with which the proof is refused, or nil when it is accepted.
    static func refusal(_ proof: String, now: Timestamp = now) -> IdentityError? {
        do {
            try verify(proof, now: now)
            return nil
        } catch { return error }
    }

    /// The code with which signed claims are refused.
    static func refusal(claims changes: [String: String?]) throws -> IdentityError? {
        refusal(try proof(claims: claims(changes)))
    }

    /// The code with which a signed header is refused.
    static func refusal(header: String) throws -> IdentityError? { refusal(try proof(header: header)) }

    /// What signed claims name.
    static func named(_ changes: [String: String?]) throws -> RequestProof.Named {
        try verify(try proof(claims: claims(changes)), url: url).named
    }

    /// What a proof for a path names that has neither `pat` nor `tiers`.
    static func named(path: String) throws -> RequestProof.Named {
        let url = "https://vault.example" + path
        return try verify(try proof(claims: claims(["htu": "\"\(url)\""])), url: url).named
    }
}
