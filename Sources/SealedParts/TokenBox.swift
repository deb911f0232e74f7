import Crypto
import Foundation
import Sealing
import Vocabulary

/// Seals small payloads that a caller carries for us (paging, continuation), bound to a context and with an end.
///
/// A token of one practice or session is another's garbage: the context is authenticated and never read from the token.
public struct TokenBox: Unprintable {
    /// Longest payload, in bytes.
    public static let maximumPayload = 4096
    private static let place = "token"
    private let key: SymmetricKey

    /// Takes 32 random bytes. Throws `malformed` for another count.
    public init(key: SecretBytes) throws(SealingError) {
        self.key = try SymmetricKey(secret: key, "token key").derived(.token)
    }

    /// A base64url text of the payload and its end, bound to the context's fields (such as practice and session id).
    /// Throws `tooLarge`.
    public func seal(_ payload: [UInt8], context: [[UInt8]], expires: Timestamp) throws(SealingError) -> String {
        guard payload.count <= TokenBox.maximumPayload else { throw SealingError(.tooLarge, TokenBox.place) }
        var plain = [UInt8]()
        plain.append(bigEndian: expires.milliseconds)
        plain.append(contentsOf: payload)
        let sealed = try Envelope.seal(plain, with: key, context: try TokenBox.fields(context), TokenBox.place)
        return Base64URL.text(sealed)
    }

    /// The payload. Throws `malformed`, `notAuthentic` for another key or context, `expired` from its end on.
    public func open(_ text: String, context: [[UInt8]], now: Timestamp) throws(SealingError) -> [UInt8] {
        guard text.utf8.count <= (TokenBox.maximumPayload + Envelope.overhead + 8) * 4 / 3 + 1 else {
            throw SealingError(.tooLarge, TokenBox.place)
        }
        guard let bytes = Base64URL.decode(text.utf8) else { throw SealingError(.malformed, TokenBox.place) }
        let plain = try Envelope.open(bytes, with: key, context: try TokenBox.fields(context), TokenBox.place)
        guard plain.count >= 8 else { throw SealingError(.malformed, TokenBox.place) }
        let end = plain.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard now.milliseconds < Int64(bitPattern: end) else { throw SealingError(.expired, TokenBox.place) }
        return Array(plain.dropFirst(8))
    }

    private static func fields(_ context: [[UInt8]]) throws(SealingError) -> [UInt8] {
        guard context.count <= 16, context.allSatisfy({ $0.count <= 256 }) else {
            throw SealingError(.tooLarge, place)
        }
        var fields = FieldList(.token)
        for field in context { fields.add(field) }
        return fields.bytes
    }
}
