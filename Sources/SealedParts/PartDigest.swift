import Crypto
import Sealing

/// SHA-256 of a sealed part's stored form.
public struct PartDigest: Hashable, Sendable {
    /// 32 bytes.
    public let bytes: [UInt8]

    /// Hashes a part.
    public init(of part: SealedPart) { bytes = SHA256.hash(data: part.bytes).array }
}
