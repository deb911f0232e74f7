import Vocabulary

/// 256 random bits that admit whoever shows them. It does not print; storage keeps its ``digest`` only.
public struct BearerToken: Sendable {
    private let secret: SecretBytes

    /// Draws a new token.
    public init() { secret = SecretBytes.random(count: 32) }

    /// Reads the 43 characters of ``exposedText()``; nil for anything else.
    public init?(text: String) {
        guard text.utf8.count == 43, let bytes = Base64URL.decode(text.utf8) else { return nil }
        secret = SecretBytes(bytes)
    }

    /// The token in base64url, 43 characters: for its holder, never for a log.
    public func exposedText() -> String { unsafe secret.withUnsafeBytes { unsafe Base64URL.text($0) } }

    /// What is stored in the token's place.
    public var digest: Digest { unsafe secret.withUnsafeBytes { unsafe Digest(of: $0) } }
}
