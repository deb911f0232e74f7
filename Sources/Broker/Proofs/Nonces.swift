import Crypto
import Foundation
import Vocabulary

/// The broker's nonces: nothing of them is kept. Their key is drawn at each start, so that nothing signed before it counts after it.
struct Nonces: Sendable {
    /// Seconds for which a sign-in's nonce is good, and after which a new one is given out for proofs.
    static let length: Int64 = 300
    private let key = SymmetricKey(size: .bits256)

    /// A nonce to sign in with: 8 bytes of time, 16 random ones, 16 of their keyed hash.
    func draw(at now: Timestamp) -> [UInt8] {
        let random = unsafe SecretBytes.random(count: 16).withUnsafeBytes { unsafe Array($0) }
        let head = Nonces.bytes(of: now.milliseconds) + random
        return head + code("sign-in", head)
    }

    /// Whether the nonce is one of these and young enough.
    func isFresh(_ nonce: [UInt8], at now: Timestamp) -> Bool {
        guard nonce.count == 40 else { return false }
        let drawn = Timestamp(milliseconds: nonce[..<8].reduce(0) { $0 << 8 | Int64($1) })
        let isOurs = HMAC<SHA256>.isValid(nonce[24...], of: Nonces.message("sign-in", nonce[..<24]), under: key)
        return isOurs && drawn <= now && now < drawn.adding(seconds: Nonces.length)
    }

    /// The nonces that proofs may bear now: the newest, which is given out, and the one before.
    func ofProofs(at now: Timestamp) -> [String] {
        let slot = now.seconds / Nonces.length
        return [slot, slot - 1].map { Base64URL.text(code("proof", Nonces.bytes(of: $0))) }
    }

    /// The verifier of a sign-in at a provider (RFC 7636), 32 bytes: nobody else can tell it from the nonce.
    func verifier(of nonce: [UInt8], _ thumbprint: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Nonces.message("pkce", nonce + Array(thumbprint.utf8)), using: key))
    }

    private func code(_ label: String, _ bytes: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Nonces.message(label, bytes), using: key).prefix(16))
    }

    private static func message(_ label: String, _ bytes: some Collection<UInt8>) -> [UInt8] {
        Array(label.utf8) + [0] + bytes
    }

    private static func bytes(of number: Int64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
    }
}

extension HMAC<SHA256> {
    /// Whether the bytes are the first half of the message's code, in a time that does not depend on where they differ.
    fileprivate static func isValid(_ half: ArraySlice<UInt8>, of message: [UInt8], under key: SymmetricKey) -> Bool {
        let code = authenticationCode(for: message, using: key).prefix(16)
        return half.count == 16 && zip(half, code).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
