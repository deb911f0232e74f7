import Crypto
import CryptoExtras
import Vocabulary

/// How hard a passphrase is to try (RFC 7914 §2): memory is 1 KiB × 2^`logN`.
public struct ScryptParameters: Hashable, Sendable {
    /// What new root-key files use: 128 MiB.
    public static let standard = ScryptParameters(logN: 17, parallelism: 1)
    /// The block size r, always 8.
    static let blockSize = 8
    private static let costs = 10...20
    private static let lanes = 1...4

    /// N is 2 to this.
    public let logN: Int
    /// p.
    public let parallelism: Int

    private init(logN: Int, parallelism: Int) {
        self.logN = logN
        self.parallelism = parallelism
    }

    /// nil unless N is 2^10 to 2^20, r is 8 and p is 1 to 4.
    public init?(logN: Int, blockSize: Int, parallelism: Int) {
        guard ScryptParameters.costs.contains(logN), ScryptParameters.lanes.contains(parallelism),
            blockSize == ScryptParameters.blockSize
        else { return nil }
        self.init(logN: logN, parallelism: parallelism)
    }

    /// 32 bytes of passphrase and salt; slow and large by intent, so never on the cooperative pool.
    /// Throws `wrongPassphrase` unless the passphrase has 1 to 1,024 bytes, `malformed` for an empty salt.
    func derive(_ passphrase: SecretBytes, salt: [UInt8]) throws(SealingError) -> SecretBytes {
        guard (1...1024).contains(passphrase.count) else { throw SealingError(.wrongPassphrase, "root key") }
        guard !salt.isEmpty else { throw SealingError(.malformed, "root key") }
        do {
            let key = try unsafe passphrase.withUnsafeBytes { bytes in
                try unsafe KDF.Scrypt.deriveKey(
                    from: bytes, salt: salt, outputByteCount: SymmetricKey.byteCount, rounds: 1 << logN,
                    blockSize: ScryptParameters.blockSize, parallelism: parallelism)
            }
            return key.secret
        } catch { throw SealingError(.unavailable, "root key") }
    }
}
