import Crypto
import Vocabulary

/// The public key of whoever may open a box: X-Wing, ML-KEM-768 with X25519 (draft-connolly-cfrg-xwing-kem), 1,216 bytes.
public struct RecipientKey: Sendable, CustomStringConvertible {
    private static let tag = "colloque-recipient-v1 "
    /// Length of the text form: the tag and 1,216 bytes in base64url.
    static let textLength = tag.utf8.count + 1622
    let key: XWingMLKEM768X25519.PublicKey

    package init(_ key: XWingMLKEM768X25519.PublicKey) { self.key = key }

    /// Reads `colloque-recipient-v1 KEY`, base64url without padding. Throws `malformed` for anything else.
    public init(text: String) throws(SealingError) {
        guard text.utf8.count == RecipientKey.textLength, text.utf8.starts(with: RecipientKey.tag.utf8),
            let bytes = Base64URL.decode(text.utf8.dropFirst(RecipientKey.tag.utf8.count)),
            let key = try? XWingMLKEM768X25519.PublicKey(rawRepresentation: bytes)
        else { throw SealingError(.malformed, "recipient key") }
        self.key = key
    }

    /// The text form, on one line without newline.
    public var text: String {
        RecipientKey.tag + Base64URL.text(key.rawRepresentation)
    }

    /// SHA-256 of the 1,216 bytes: what two people compare before an export is approved.
    public var fingerprint: [UInt8] { Array(SHA256.hash(data: key.rawRepresentation)) }

    /// The text form; the key is public.
    public var description: String { text }
}
