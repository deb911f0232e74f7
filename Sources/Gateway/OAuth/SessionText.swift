import BrokerAPI
import Foundation

/// A session token as text: base64url (RFC 4648 §5) of its 48 bytes, 64 characters.
enum SessionText {
    static let length = 64
    /// What a token that is narrowed to scopes begins with.
    static let scopedPrefix = "s."
    private static let maximumScoped = 4_096

    /// The scheme and the token of an `Authorization`: `Bearer` (RFC 6750 §2.1) or `DPoP` (RFC 9449 §7.1).
    static func parts(authorization: String) -> (isBound: Bool, token: Substring)? {
        guard let space = authorization.firstIndex(of: " ") else { return nil }
        let scheme = authorization[..<space].lowercased()
        guard scheme == "bearer" || scheme == "dpop" else { return nil }
        return (scheme == "dpop", authorization[authorization.index(after: space)...])
    }

    /// The narrowed token of an `Authorization`; nil when it is none.
    static func scoped(authorization: String?) -> String? {
        guard let authorization, authorization.utf8.count <= maximumScoped,
            let text = parts(authorization: authorization)?.token
        else { return nil }
        return text.hasPrefix(scopedPrefix) ? String(text.dropFirst(2)) : nil
    }

    /// The token of an `Authorization`. Throws 401 unless it has one of the two schemes and such a text.
    static func token(authorization: String?) throws(HTTPRefusal) -> SessionToken {
        guard let authorization else { throw .noCredentials }
        guard authorization.utf8.count <= length + 7, let text = parts(authorization: authorization)?.token,
            text.utf8.count == length, let token = token(text.utf8)
        else { throw .noSession }
        return token
    }

    /// Reads 64 characters; nil for others than the alphabet's. Four of them are three bytes, so no bits are left over.
    private static func token(_ text: Substring.UTF8View) -> SessionToken? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(SessionToken.length)
        var bits: UInt32 = 0
        for (index, unit) in text.enumerated() {
            guard let value = value(of: unit) else { return nil }
            bits = bits << 6 | value
            guard index % 4 == 3 else { continue }
            bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
            bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
            bytes.append(UInt8(truncatingIfNeeded: bits))
        }
        return SessionToken(bytes)
    }

    private static func value(of unit: UInt8) -> UInt32? {
        switch unit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(unit - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(unit - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(unit - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }

    /// The text, for its holder alone.
    static func exposed(_ token: SessionToken) -> String {
        let ordinary = unsafe token.secret.withUnsafeBytes { unsafe Data($0).base64EncodedString() }
        return String(ordinary.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
    }
}
