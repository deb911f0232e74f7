import Crypto
import Vocabulary

/// What a passkey signs: the SHA-256 of what it is for, the broker's nonce and the thumbprint of the client's key. A
/// sign-in that is relayed to somebody else's client is worth nothing there, as that client has another key.
///
/// Hashed are four fields, each behind its length in 4 big-endian bytes: the format `colloque/sign-in-challenge/1`, the
/// purpose, the nonce, the thumbprint; for a fresh factor a fifth, the act: whoever carries the answer can use it for nothing else.
public struct SignInChallenge: Sendable {
    /// What is signed for: a signature for one purpose is none for another.
    public enum Purpose: String, Hashable, Sendable, CaseIterable {
        /// A new passkey.
        case enrolment
        /// A session.
        case signIn = "sign-in"
        /// A fresh factor for one act in a session.
        case fresh
    }

    /// The 32 bytes that go to `navigator.credentials` as `challenge`.
    public let bytes: [UInt8]

    /// Makes the challenge.
    ///
    /// - Parameters:
    ///   - purpose: What is signed for.
    ///   - nonce: The broker's, 16 to 64 random bytes, used once.
    ///   - key: The key that the client will sign its request proofs with.
    ///   - act: What a fresh factor is for; empty for the other purposes.
    /// - Throws: ``PasskeyError/nonce``.
    public init(_ purpose: Purpose, nonce: [UInt8], key: PublicKey, act: String = "") throws(PasskeyError) {
        guard (16...64).contains(nonce.count), (purpose == .fresh) != act.isEmpty else { throw .nonce }
        let format = "colloque/sign-in-challenge/1"
        let fields = [Array(format.utf8), Array(purpose.rawValue.utf8), nonce, Array(key.thumbprint.utf8)]
        self.init(bytes: Self.hash(purpose == .fresh ? fields + [Array(act.utf8)] : fields))
    }

    /// The SHA-256 of the fields, each behind its length in 4 big-endian bytes.
    static func hash(_ fields: [[UInt8]]) -> [UInt8] {
        var hash = SHA256()
        for field in fields {
            hash.update(data: (0..<4).map { UInt8(truncatingIfNeeded: field.count >> (24 - 8 * $0)) })
            hash.update(data: field)
        }
        return Array(hash.finalize())
    }

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Whether the text is the challenge in base64url, in a time that does not depend on where they differ.
    func isText(_ text: String) -> Bool {
        let expected = Base64URL.encode(bytes)
        guard text.utf8.count == expected.count else { return false }
        return zip(expected, text.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
