import Crypto
import Vocabulary

/// HMAC-SHA-256 (RFC 2104 §2) of a 32-byte key, both of whose padded blocks are hashed already: each code starts from there.
///
/// The codes are those of swift-crypto's `HMAC`, whose generic steps take three times as long as all the hashing in them.
/// swift-crypto wipes the two states with their last holder.
struct KeyedHash: Sendable {
    private var inner = SHA256()
    private var outer = SHA256()

    /// A key longer than a block is hashed first, as the RFC says; ours never are.
    init(key: SymmetricKey) {
        let isLong = key.bitCount > 8 * SHA256.blockByteCount
        let key = isLong ? SymmetricKey(data: unsafe key.withUnsafeBytes { unsafe SHA256.hash(data: $0) }) : key
        unsafe key.withUnsafeBytes { key in
            unsafe withUnsafeTemporaryAllocation(byteCount: SHA256.blockByteCount, alignment: 16) { block in
                defer { unsafe wipe(block) }
                for index in block.indices { unsafe block[index] = (index < key.count ? key[index] : 0) ^ 0x36 }
                unsafe inner.update(bufferPointer: UnsafeRawBufferPointer(block))
                for index in block.indices { unsafe block[index] ^= 0x36 ^ 0x5C }
                unsafe outer.update(bufferPointer: UnsafeRawBufferPointer(block))
            }
        }
    }

    /// The code of a message.
    func code(_ message: [UInt8]) -> SHA256Digest {
        var inner = inner
        unsafe message.withUnsafeBytes { unsafe inner.update(bufferPointer: $0) }
        var outer = outer
        unsafe inner.finalize().withUnsafeBytes { unsafe outer.update(bufferPointer: $0) }
        return outer.finalize()
    }

    /// HKDF-Expand (RFC 5869 §2.3) to one block, which is the code of info ‖ 0x01.
    func expanded(_ info: consuming [UInt8]) -> SymmetricKey {
        info.append(1)
        return SymmetricKey(data: code(info))
    }
}
