import Vocabulary

/// A member's or client's signed statement of who it is (RFC 7523 §3), verified: only
/// ``UnverifiedAssertion/verified(by:audience:now:leeway:)`` makes one. It counts once: see ``ReplayWindow``.
public struct Assertion: Hashable, Sendable {
    /// The longest life of an assertion, in seconds.
    public static let maximumLifetime: Int64 = 300
    /// The largest difference of two clocks that is overlooked, in seconds.
    public static let maximumLeeway: Int64 = 30

    /// The id of the member or client, a lower-case UUID.
    public let subject: String
    /// The assertion's own id, 16 to 128 characters, unique for the subject.
    public let jti: String
    /// When its holder says that it was signed, if it says so.
    public let issuedAt: Timestamp?
    /// The thumbprint of the key to which it wants its session bound (RFC 7638), in its claim `jkt`, if it says so.
    public let key: String?
    /// From this moment it is refused: its `exp` plus the leeway. A ``ReplayWindow`` remembers it until then.
    public let expires: Timestamp

    init(subject: String, jti: String, issuedAt: Timestamp?, key: String? = nil, expires: Timestamp) {
        self.subject = subject
        self.jti = jti
        self.issuedAt = issuedAt
        self.key = key
        self.expires = expires
    }
}
