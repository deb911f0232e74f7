import Crypto
import Foundation
import Vocabulary

/// Something sealed to a public key (exports, day packs): HPKE base mode (RFC 9180 §5.1.1) with X-Wing, HKDF-SHA256 and
/// AES-256-GCM, since medical history outlives today's curves.
public struct Box: Sendable, CustomStringConvertible {
    /// Longest plaintext: 64 MiB.
    public static let maximumPlaintext = 1 << 26
    package static let place = "box"
    package static let suite = HPKE.Ciphersuite.XWingMLKEM768X25519_SHA256_AES_GCM_256
    package static let encapsulated = 1120
    private static let overhead = 1 + encapsulated + 16

    /// Version byte 1, 1,120 bytes of encapsulated key, ciphertext, 16-byte tag.
    public let bytes: [UInt8]

    /// Reads the stored form. Throws `malformed` or `tooLarge`.
    public init(bytes: [UInt8]) throws(SealingError) {
        guard bytes.count <= Box.maximumPlaintext + Box.overhead else { throw SealingError(.tooLarge, Box.place) }
        guard bytes.count >= Box.overhead, bytes[0] == Envelope.version else {
            throw SealingError(.malformed, Box.place)
        }
        self.bytes = bytes
    }

    /// Seals to a recipient. `purpose` and `context` (each at most 4,096 bytes) are authenticated through HPKE's `info`
    /// (RFC 9180 §8.1), not stored.
    /// Throws `tooLarge`.
    public static func seal(
        _ plaintext: SecretBytes, to recipient: RecipientKey, purpose: String, context: [UInt8]
    ) throws(SealingError) -> Box {
        guard plaintext.count <= maximumPlaintext else { throw SealingError(.tooLarge, place) }
        let info = try info(purpose, context)
        do {
            var sender = try HPKE.Sender(recipientKey: recipient.key, ciphersuite: suite, info: info)
            let sealed = try unsafe plaintext.withUnsafeBytes { try unsafe sender.seal($0) }
            return try Box(bytes: [Envelope.version] + sender.encapsulatedKey + sealed)
        } catch { throw SealingError(.unavailable, place) }
    }

    package static func info(_ purpose: String, _ context: [UInt8]) throws(SealingError) -> Data {
        guard purpose.utf8.count <= 4096, context.count <= 4096 else { throw SealingError(.tooLarge, place) }
        var info = FieldList(.box)
        info.add(purpose)
        info.add(context)
        return Data(info.bytes)
    }

    /// The size only.
    public var description: String { "Box(\(bytes.count) bytes)" }
}
