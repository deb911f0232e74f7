import Crypto
import Identity
import Vocabulary

/// A member's or client's private P-256 key, for the command line and for tests. It does not print.
public struct KeyPair: Sendable {
    private let key: P256.Signing.PrivateKey

    /// Draws a new key.
    public init() { key = P256.Signing.PrivateKey() }

    /// Reads a PEM `PRIVATE KEY` (PKCS #8, RFC 5958) or `EC PRIVATE KEY` (RFC 5915), 2 KiB at most. Throws
    /// ``IdentityError/key``.
    public init(pem: String) throws(IdentityError) {
        guard pem.utf8.count <= 2048 else { throw .key }
        do { key = try P256.Signing.PrivateKey(pemRepresentation: pem) } catch { throw .key }
    }

    /// The key that verifies what this one signs.
    public var publicKey: PublicKey { PublicKey(key.publicKey) }

    /// The private key as a PEM `PRIVATE KEY` (PKCS #8), with a last line end. Write it to a file of mode 0600 only.
    public func exposedPEM() -> String { key.pemRepresentation + "\n" }

    /// Signs a compact JWS of the two JSON texts with ES256 (RFC 7515 §3.1). Throws ``IdentityError/signing``.
    func sign(header: String, claims: String) throws(IdentityError) -> String {
        let input = Base64URL.text(header.utf8) + "." + Base64URL.text(claims.utf8)
        guard let signature = try? key.signature(for: Array(input.utf8)) else { throw .signing }
        return input + "." + Base64URL.text(signature.rawRepresentation)
    }

    /// Signs an assertion (RFC 7523 §3) that ``UnverifiedAssertion`` reads, with a `jti` of 128 random bits.
    ///
    /// - Parameters:
    ///   - subject: The id of the member or client that holds the key.
    ///   - audience: Printable ASCII without quotation mark and backslash, normally the token endpoint's URL.
    ///   - now: The holder's clock.
    ///   - lifetime: Seconds until it expires, 300 at most.
    ///   - key: The key to which the session shall be bound; nil for a bearer's.
    /// - Throws: ``IdentityError/audience``, ``IdentityError/lifetime``, ``IdentityError/signing``.
    public func assertion<Kind>(
        subject: ID<Kind>, audience: String, now: Timestamp, lifetime: Int64 = 60, binding key: PublicKey? = nil
    ) throws(IdentityError) -> String {
        guard (1...Assertion.maximumLifetime).contains(lifetime) else { throw .lifetime }
        let isPlain = audience.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
        guard isPlain, !audience.isEmpty, audience.utf8.count <= 1024 else { throw .audience }
        let jti = KeyPair.freshID()
        let times = #""exp":\#(now.seconds + lifetime),"iat":\#(now.seconds)"#
        let bound = key.map { #","jkt":"\#($0.thumbprint)""# } ?? ""
        let claims =
            #"{"iss":"\#(subject)","sub":"\#(subject)","aud":"\#(audience)",\#(times),"jti":"\#(jti)"\#(bound)}"#
        return try sign(header: #"{"alg":"ES256","typ":"JWT"}"#, claims: claims)
    }

    /// A `jti` of 128 random bits.
    static func freshID() -> String {
        unsafe SecretBytes.random(count: 16).withUnsafeBytes { unsafe Base64URL.text($0) }
    }
}

extension KeyPair: CustomStringConvertible, CustomReflectable {
    /// The public key's thumbprint.
    public var description: String { "KeyPair(\(publicKey.thumbprint))" }
    /// Shows no children, so that `dump` prints nothing.
    public var customMirror: Mirror { Mirror(self, children: [(label: String?, value: Any)]()) }
}
