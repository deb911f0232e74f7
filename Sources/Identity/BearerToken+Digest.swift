import Crypto

extension BearerToken {
    /// The SHA-256 of a token's 32 bytes: finds its session and reveals nothing, as a token has 256 random bits. It may be
    /// a dictionary's or a table's key: nobody who lacks the token can choose a digest near another's.
    public struct Digest: Hashable, Sendable {
        /// The 32 bytes.
        public let bytes: [UInt8]

        init(of secret: UnsafeRawBufferPointer) {
            var hash = SHA256()
            unsafe hash.update(bufferPointer: secret)
            bytes = Array(hash.finalize())
        }

        /// Reads 32 stored bytes; nil for any other length.
        public init?(bytes: [UInt8]) {
            guard bytes.count == 32 else { return nil }
            self.bytes = bytes
        }

        /// Whether it is this token's, in a time that does not depend on where they differ.
        public func matches(_ token: BearerToken) -> Bool {
            bytes.matches(token.digest.bytes)
        }
    }
}
