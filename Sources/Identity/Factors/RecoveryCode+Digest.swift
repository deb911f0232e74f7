import Vocabulary

extension RecoveryCode {
    /// What is stored of a code: a salt, and HMAC-SHA-256 of the code under it.
    ///
    /// No slow hash is needed: 2^80 guesses for one code are beyond anybody, where a password's are not; and the salt keeps one
    /// guess from being tried on all codes at once.
    public struct Digest: Hashable, Sendable {
        /// 16 bytes of salt and 32 of the code.
        public let bytes: [UInt8]

        /// Makes it of a code, under a new salt.
        public init(of code: RecoveryCode) {
            let salt = unsafe SecretBytes.random(count: 16).withUnsafeBytes { unsafe Array($0) }
            bytes = salt + code.hash(under: salt)
        }

        /// Reads 48 stored bytes; nil for any other length.
        public init?(bytes: [UInt8]) {
            guard bytes.count == 48 else { return nil }
            self.bytes = bytes
        }

        /// Whether it is this code's, in a time that does not depend on where they differ.
        public func matches(_ code: RecoveryCode) -> Bool {
            code.hash(under: bytes.prefix(16)).matches(bytes.dropFirst(16))
        }
    }
}
