import Crypto
import Vocabulary

/// What proves that a webhook's body is ours and fresh: HMAC-SHA-256 under a shared secret over `timestamp.body`.
///
/// The header `Colloque-Signature` is `t=SECONDS,v1=HEX`: seconds since 1970, and 64 hexadecimal digits of
/// `HMAC(secret, "SECONDS." + body)`. A receiver computes the same, compares without an early end, and refuses what is
/// older than five minutes.
public struct WebhookSignature: Sendable {
    /// The header's name.
    public static let header = "Colloque-Signature"
    private let key: SymmetricKey

    /// Takes a secret of at least 16 bytes; nil for less.
    public init?(secret: [UInt8]) {
        guard secret.count >= 16 else { return nil }
        key = SymmetricKey(data: secret)
    }

    /// The header's value.
    public func value(for body: [UInt8], at now: Timestamp) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Self.message(now.seconds, body), using: key)
        return "t=\(now.seconds),v1=\(FindingDigest.hex(Array(code)))"
    }

    /// Whether a header's value is right for the body and no further from `now` than `tolerance` seconds: the
    /// receiver's side.
    public func verify(_ value: String, body: [UInt8], at now: Timestamp, tolerance: Int64 = 300) -> Bool {
        let parts = value.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].hasPrefix("t="), parts[1].hasPrefix("v1="),
            let seconds = Int64(parts[0].dropFirst(2)), let code = Self.bytes(parts[1].dropFirst(3)),
            (now.seconds &- tolerance...now.seconds &+ tolerance).contains(seconds)
        else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Self.message(seconds, body), using: key)
    }

    private static func message(_ seconds: Int64, _ body: [UInt8]) -> [UInt8] { Array("\(seconds).".utf8) + body }

    private static func bytes(_ hex: Substring) -> [UInt8]? {
        let digits = Array(hex.utf8)
        guard digits.count == 64 else { return nil }
        var out: [UInt8] = []
        for place in stride(from: 0, to: 64, by: 2) {
            guard let byte = UInt8(String(decoding: digits[place..<place + 2], as: UTF8.self), radix: 16) else {
                return nil
            }
            out.append(byte)
        }
        return out
    }
}
