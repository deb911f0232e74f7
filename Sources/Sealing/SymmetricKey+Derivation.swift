import Crypto
import Vocabulary

/// Every key here is 32 bytes, drawn at random or derived, and is held as a `SymmetricKey`, which wipes itself; bytes
/// cross into and out of it as `SecretBytes`, which does too.
extension SymmetricKey {
    /// Bytes in every key of the hierarchy.
    static let byteCount = 32

    /// Takes over 32 secret bytes.
    init(secret: SecretBytes, _ place: String) throws(SealingError) {
        guard secret.count == SymmetricKey.byteCount else { throw SealingError(.malformed, place) }
        self = unsafe secret.withUnsafeBytes { unsafe SymmetricKey(data: $0) }
    }

    /// A copy that can cross to the wire or into a wrapping.
    var secret: SecretBytes { unsafe withUnsafeBytes { unsafe SecretBytes($0) } }

    /// HKDF-Expand with SHA-256 to 32 bytes (RFC 5869 §2.3). Extraction is left out, as §3.3 allows: every key it is
    /// called on is uniformly random already.
    func derived(_ info: FieldList) -> SymmetricKey {
        HKDF<SHA256>.expand(pseudoRandomKey: self, info: info.bytes, outputByteCount: SymmetricKey.byteCount)
    }

    /// Derives by a format alone.
    func derived(_ format: Format) -> SymmetricKey { derived(FieldList(format)) }
}
