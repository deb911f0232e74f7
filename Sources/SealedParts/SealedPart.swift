import Sealing
import Vocabulary

/// One tier of one version of a resource, sealed: what the stores hold.
public struct SealedPart: Hashable, Sendable {
    /// Longest plaintext: 16 MiB. Larger documents are chunked.
    public static let maximumPlaintext = 1 << 24
    /// Shortest stored form, in bytes.
    public static let minimumBytes = Envelope.overhead + Padding.minimum
    /// Longest stored form, in bytes.
    public static let maximumBytes = Envelope.overhead + Padding.bucket(Padding.prefix + maximumPlaintext)

    /// Version byte 1, 12-byte nonce, ciphertext, 16-byte tag.
    public let bytes: [UInt8]

    /// Reads the stored form. Throws `malformed` unless it is version 1 with a whole bucket, `tooLarge` over the limit.
    public init(bytes: [UInt8]) throws(SealingError) {
        let frame = bytes.count - Envelope.overhead
        guard bytes.count <= SealedPart.maximumBytes else { throw SealingError(.tooLarge, "sealed part") }
        guard frame >= Padding.minimum, frame == Padding.bucket(frame), bytes[0] == Envelope.version else {
            throw SealingError(.malformed, "sealed part")
        }
        self.bytes = bytes
    }

    init(sealed: [UInt8]) { bytes = sealed }

    /// SHA-256 of the stored form.
    public var digest: PartDigest { PartDigest(of: self) }
}

extension SealedPart: CustomStringConvertible {
    /// The size only.
    public var description: String { "SealedPart(\(bytes.count) bytes)" }
}
