import Crypto
import Foundation
import Vocabulary

/// The one shape of everything sealed with a symmetric key:
/// version byte 1, 12-byte nonce, ciphertext, 16-byte tag; AES-256-GCM (NIST SP 800-38D) with a random nonce.
package enum Envelope {
    /// The first byte.
    package static let version: UInt8 = 1
    /// Bytes that an envelope adds.
    package static let overhead = 1 + 12 + 16

    /// Seals with a nonce that is drawn here and nowhere else.
    package static func seal(
        _ plaintext: some DataProtocol, with key: SymmetricKey, context: [UInt8], _ place: String
    ) throws(SealingError) -> [UInt8] {
        do {
            let box = try AES.GCM.seal(plaintext, using: key, authenticating: context)
            guard let combined = box.combined else { throw SealingError(.unavailable, place) }
            var out = [UInt8]()
            out.reserveCapacity(1 + combined.count)
            out.append(version)
            unsafe combined.withUnsafeBytes { unsafe out.append(contentsOf: $0) }
            return out
        } catch { throw SealingError(.unavailable, place) }
    }

    /// Opens, or throws `malformed` for another shape and `notAuthentic` for another key, context or altered bytes.
    package static func open(
        _ bytes: [UInt8], with key: SymmetricKey, context: [UInt8], _ place: String
    ) throws(SealingError) -> Data {
        guard bytes.count >= overhead, bytes[0] == version else { throw SealingError(.malformed, place) }
        do {
            let box = try AES.GCM.SealedBox(combined: bytes.dropFirst())
            return try AES.GCM.open(box, using: key, authenticating: context)
        } catch { throw SealingError(.notAuthentic, place) }
    }

    /// Seals secret bytes without copying them.
    package static func seal(
        secret: SecretBytes, with key: SymmetricKey, context: [UInt8], _ place: String
    ) throws(SealingError) -> [UInt8] {
        let sealed = unsafe secret.withUnsafeBytes { bytes -> Result<[UInt8], SealingError> in
            do throws(SealingError) {
                return .success(try unsafe seal(bytes, with: key, context: context, place))
            } catch { return .failure(error) }
        }
        return try sealed.get()
    }

    /// Opens secret bytes of a known count and wipes the copy in between.
    package static func open(
        secret bytes: [UInt8], count: Int, with key: SymmetricKey, context: [UInt8], _ place: String
    ) throws(SealingError) -> SecretBytes {
        guard bytes.count == overhead + count else { throw SealingError(.malformed, place) }
        var plaintext = try open(bytes, with: key, context: context, place)
        return unsafe plaintext.withUnsafeMutableBytes { memory in
            defer { unsafe wipe(memory) }
            return unsafe SecretBytes(count: count) { unsafe $0.copyMemory(from: UnsafeRawBufferPointer(memory)) }
        }
    }
}
