import BrokerAPI
import Foundation

/// A session token as text: base64url (RFC 4648 §5) of its 48 bytes, 64 characters.
enum SessionText {
    static let length = 64

    /// The token of an `Authorization` (RFC 6750 §2.1). Throws 401 unless it is `Bearer` and such a text.
    static func token(authorization: String?) throws(HTTPRefusal) -> SessionToken {
        guard let authorization else { throw .noCredentials }
        guard authorization.utf8.count == length + 7, authorization.prefix(7).lowercased() == "bearer " else {
            throw .noSession
        }
        guard let token = token(authorization.dropFirst(7).utf8) else { throw .noSession }
        return token
    }

    private static func token(_ text: some Collection<UInt8>) -> SessionToken? {
        var ordinary: [UInt8] = []
        for byte in text {
            switch byte {
            case UInt8(ascii: "-"): ordinary.append(UInt8(ascii: "+"))
            case UInt8(ascii: "_"): ordinary.append(UInt8(ascii: "/"))
            case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): return nil
            default: ordinary.append(byte)
            }
        }
        return Data(base64Encoded: Data(ordinary)).flatMap { SessionToken($0) }
    }

    /// The text, for its holder alone.
    static func exposed(_ token: SessionToken) -> String {
        let ordinary = unsafe token.secret.withUnsafeBytes { unsafe Data($0).base64EncodedString() }
        return String(ordinary.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
    }
}
