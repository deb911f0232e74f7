import Crypto
import Vocabulary

/// A client's signed statement of one request (RFC 9449), verified: only
/// ``UnverifiedRequestProof/verified(by:method:url:tokenHash:nonces:now:leeway:)`` makes one. It counts once: see
/// ``ReplayWindow``. Ask ``named`` before each release.
public struct RequestProof: Hashable, Sendable {
    /// How old a proof may be, in seconds.
    public static let maximumAge: Int64 = 60
    /// The largest difference of two clocks that is overlooked, in seconds.
    public static let maximumLeeway: Int64 = 30

    /// The thumbprint of the key that signed it (RFC 7638), 43 characters.
    public let thumbprint: String
    /// The proof's own id, 16 to 128 characters, unique for the key.
    public let jti: String
    /// When its holder says that it was signed.
    public let issuedAt: Timestamp
    /// From this moment it is refused. A ``ReplayWindow`` remembers it until then.
    public let expires: Timestamp
    /// The path of the URL that was signed, from `/`: what kind of act it is for.
    public let path: String
    /// What it asks for, and all that may be released for it.
    public let named: Named

    init(thumbprint: String, jti: String, issuedAt: Timestamp, expires: Timestamp, path: String, named: Named) {
        self.thumbprint = thumbprint
        self.jti = jti
        self.issuedAt = issuedAt
        self.expires = expires
        self.path = path
        self.named = named
    }

    /// The SHA-256 of an access token's characters, 32 bytes, of which `ath` is the base64url (RFC 9449 §4.2).
    public static func hash(ofToken token: some Collection<UInt8>) -> [UInt8] {
        Array(SHA256.hash(data: Array(token)))
    }
}
