import Crypto

/// A SHA-256 hash: 32 bytes, held inline.
public struct Hash: Hashable, Sendable {
    /// The 32 bytes in four words of the machine's own byte order, so that memory holds them as they are written.
    let words: (UInt64, UInt64, UInt64, UInt64)

    /// The length of a hash in bytes.
    public static let byteCount = 32

    /// Thirty-two zero bytes: the `prev` of a practice's first entry.
    public static let zero = Hash(words: (0, 0, 0, 0))

    init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

    package init(digest: SHA256Digest) {
        words = unsafe digest.withUnsafeBytes {
            unsafe $0.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self)
        }
    }

    /// Reads exactly 32 bytes; nil for any other length.
    public init?(_ bytes: some Sequence<UInt8>) {
        let fast = bytes.withContiguousStorageIfAvailable { unsafe Hash(UnsafeRawBufferPointer($0)) }
        guard let hash = unsafe fast ?? Array(bytes).withUnsafeBytes({ unsafe Hash($0) }) else { return nil }
        self = hash
    }

    private init?(_ buffer: UnsafeRawBufferPointer) {
        guard buffer.count == Hash.byteCount else { return nil }
        words = unsafe buffer.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self)
    }

    /// The 32 bytes.
    public var bytes: [UInt8] { unsafe withUnsafeBytes(of: words) { unsafe Array($0) } }

    /// Appends the 32 bytes to `out`.
    @inline(__always)
    package func append(to out: inout [UInt8]) {
        unsafe withUnsafeBytes(of: words) { unsafe out.append(contentsOf: $0) }
    }

    /// Equal bytes. Hashes of a ledger are public, so this takes no care to be constant in time.
    public static func == (a: Hash, b: Hash) -> Bool { a.words == b.words }

    /// Hashes by the first words.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(words.3)
    }
}
