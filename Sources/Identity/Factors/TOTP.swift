import Crypto
import Vocabulary

/// One-time codes of a shared secret and the time (RFC 6238). Six digits are guessed in a million tries: whoever calls
/// counts wrong ones.
public struct TOTP: Sendable {
    /// What the code is computed by.
    public enum Algorithm: String, CaseIterable, Sendable {
        /// What every authenticator program knows.
        case sha1 = "SHA1"
        /// For those that know it.
        case sha256 = "SHA256"
    }

    /// How long a code is valid, in seconds (RFC 6238 §5.2).
    public static let period: Int64 = 30
    /// How many periods the two clocks may differ, either way.
    public static let window: Int64 = 1

    private let secret: SecretBytes
    private let algorithm: Algorithm
    private let digits: Int

    /// Makes it of a secret of 20 to 64 bytes (RFC 4226 §4, R6) and 6 or 8 digits. Throws ``IdentityError/secret``.
    public init(secret: SecretBytes, algorithm: Algorithm = .sha1, digits: Int = 6) throws(IdentityError) {
        guard (20...64).contains(secret.count), digits == 6 || digits == 8 else { throw .secret }
        (self.secret, self.algorithm, self.digits) = (secret, algorithm, digits)
    }

    /// Finds the period whose code this is, in a time that does not depend on it.
    ///
    /// - Parameters:
    ///   - code: As typed; spaces do not matter.
    ///   - now: The verifier's clock.
    ///   - last: The period that was accepted last, of the same secret; nil before the first.
    /// - Returns: The period, counted from 1970. Write it durably before acting upon it: it is the next `last`.
    /// - Throws: ``IdentityError/code``; ``IdentityError/replayed`` for a code of `last` or before (RFC 6238 §5.2).
    public func verify(_ code: String, now: Timestamp, after last: Int64?) throws(IdentityError) -> Int64 {
        let typed = Array(code.utf8.prefix(32).filter { $0 != UInt8(ascii: " ") })
        let present = now.seconds / TOTP.period
        var found: Int64?
        for period in present - TOTP.window...present + TOTP.window where self.code(at: period).matches(typed) {
            found = period
        }
        guard let found else { throw .code }
        guard found > last ?? .min else { throw .replayed }
        return found
    }

    /// The code of a period (RFC 4226 §5.3), ASCII digits.
    package func code(at period: Int64) -> [UInt8] {
        let key = unsafe secret.withUnsafeBytes { unsafe SymmetricKey(data: $0) }
        let message = unsafe withUnsafeBytes(of: period.bigEndian) { unsafe Array($0) }
        let code =
            switch algorithm {
            case .sha1: Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: key))
            case .sha256: Array(HMAC<SHA256>.authenticationCode(for: message, using: key))
            }
        let offset = Int(code[code.count - 1] & 15)
        var number = code[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        var out = [UInt8](repeating: 0, count: digits)
        for index in out.indices.reversed() {
            out[index] = UInt8(ascii: "0") + UInt8(number % 10)
            number /= 10
        }
        return out
    }

    /// The `otpauth` URI that an authenticator program reads as a QR code: it holds the secret, is for its person alone and
    /// never for a log.
    ///
    /// Its form is that of Google Authenticator's "Key Uri Format"; the secret is base32 (RFC 4648 §6) without padding.
    public func exposedURI(issuer: String, account: String) -> String {
        let base32 = unsafe secret.withUnsafeBytes {
            unsafe String(decoding: Base32.standard.encode($0), as: UTF8.self)
        }
        let (issuer, account) = (PercentEncoding.encoded(issuer), PercentEncoding.encoded(account))
        return "otpauth://totp/\(issuer):\(account)?secret=\(base32)&issuer=\(issuer)"
            + "&algorithm=\(algorithm.rawValue)&digits=\(digits)&period=\(TOTP.period)"
    }
}

extension TOTP: CustomStringConvertible, CustomReflectable {
    /// Without the secret.
    public var description: String { "TOTP(\(algorithm.rawValue), \(digits) digits)" }
    /// Shows no children, so that `dump` prints nothing.
    public var customMirror: Mirror { Mirror(self, children: [(label: String?, value: Any)]()) }
}
