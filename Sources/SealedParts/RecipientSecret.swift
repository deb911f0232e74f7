import Crypto
import Sealing
import Vocabulary

/// The private half of a ``RecipientKey``: a 32-byte seed, from which the rest is made when a box is opened.
public struct RecipientSecret: Unprintable {
    private static let place = "recipient secret"
    private static let tag = "colloque-recipient-secret-v1 "
    private let seed: SecretBytes
    /// The public half.
    public let publicKey: RecipientKey

    /// Draws a new pair.
    public static func random() throws(SealingError) -> RecipientSecret {
        try RecipientSecret(seed: .random(count: SymmetricKey.byteCount))
    }

    /// Takes over a seed. Throws `malformed` unless it has 32 bytes.
    public init(seed: SecretBytes) throws(SealingError) {
        self.seed = seed
        publicKey = RecipientKey(try RecipientSecret.privateKey(seed).publicKey)
    }

    /// Reads `colloque-recipient-secret-v1 SEED`, base64url without padding, with at most one newline behind it.
    /// Throws `malformed` for anything else.
    public init(contents: SecretBytes) throws(SealingError) {
        guard contents.count <= RootKeyFile.maximumBytes else { throw SealingError(.tooLarge, RecipientSecret.place) }
        let decoded = unsafe contents.withUnsafeBytes { bytes -> [UInt8]? in
            let line = unsafe bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...]
            guard unsafe line.starts(with: RecipientSecret.tag.utf8) else { return nil }
            return unsafe Base64URL.decode(line.dropFirst(RecipientSecret.tag.utf8.count))
        }
        guard var bytes = decoded else { throw SealingError(.malformed, RecipientSecret.place) }
        defer { unsafe bytes.withUnsafeMutableBytes { unsafe wipe($0) } }
        try self.init(seed: SecretBytes(bytes))
    }

    /// The text form, newline included, for the recipient to keep.
    public var contents: SecretBytes {
        var line = Array(RecipientSecret.tag.utf8)
        defer { unsafe line.withUnsafeMutableBytes { unsafe wipe($0) } }
        unsafe seed.withUnsafeBytes { unsafe line += Base64URL.encode($0) }
        line += "\n".utf8
        return SecretBytes(line)
    }

    func privateKey() throws(SealingError) -> XWingMLKEM768X25519.PrivateKey { try RecipientSecret.privateKey(seed) }

    private static func privateKey(_ seed: SecretBytes) throws(SealingError) -> XWingMLKEM768X25519.PrivateKey {
        do {
            return try unsafe seed.withUnsafeBytes {
                try unsafe XWingMLKEM768X25519.PrivateKey(seedRepresentation: $0, publicKey: nil)
            }
        } catch { throw SealingError(.malformed, place) }
    }
}
