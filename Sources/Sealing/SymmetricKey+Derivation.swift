import Crypto
import Vocabulary

/// Every key here is 32 bytes, drawn at random or derived, and is held as a `SymmetricKey`, which wipes itself; bytes
/// cross into and out of it as `SecretBytes`, which does too.
extension SymmetricKey {
    /// Bytes in every key of the hierarchy.
    package static let byteCount = 32

    /// Takes over 32 secret bytes.
    package init(secret: SecretBytes, _ place: String) throws(SealingError) {
        guard secret.count == SymmetricKey.byteCount else { throw SealingError(.malformed, place) }
        self = unsafe secret.withUnsafeBytes { unsafe SymmetricKey(data: $0) }
    }

    /// A copy that can cross to the wire or into a wrapping.
    package var secret: SecretBytes {
        unsafe withUnsafeBytes { bytes in
            unsafe SecretBytes(count: bytes.count) { unsafe $0.copyMemory(from: bytes) }
        }
    }

    /// HKDF-Expand with SHA-256 to 32 bytes (RFC 5869 §2.3). Extraction is left out, as §3.3 allows: every key it is
    /// called on is uniformly random already.
    func derived(_ info: [UInt8]) -> SymmetricKey { KeyedHash(key: self).expanded(info) }

    /// Derives by a format alone.
    package func derived(_ format: Format) -> SymmetricKey { derived(FieldList(format).bytes) }
}

extension ID {
    /// Reads the 16 big-endian bytes at an offset, which must lie inside the memory.
    package init(_ memory: UnsafeRawBufferPointer, at offset: Int = 0) {
        let high = unsafe UInt64(bigEndian: memory.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        let low = unsafe UInt64(bigEndian: memory.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
        self.init(high: high, low: low)
    }
}
