import Crypto
import Identity
import Vocabulary

/// An authenticator program for the drill and for tests: reads an `otpauth` URI, shows codes (RFC 6238).
public struct SoftAuthenticator: Sendable {
    private let totp: TOTP

    /// Reads the secret of a URI; nil for another scheme than ``TOTP`` prints.
    public init?(uri: String) {
        guard let start = uri.range(of: "secret=")?.upperBound,
            let secret = Base32.standard.decode(uri[start...].utf8.prefix { $0 != UInt8(ascii: "&") }),
            let totp = try? TOTP(secret: SecretBytes(secret))
        else { return nil }
        self.totp = totp
    }

    /// The code of a moment.
    public func code(at now: Timestamp) -> String {
        String(decoding: totp.code(at: now.seconds / TOTP.period), as: UTF8.self)
    }
}
