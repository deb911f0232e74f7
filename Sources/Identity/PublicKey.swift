import Crypto
import Vocabulary

/// The P-256 key by which a member or client is known.
public struct PublicKey: Sendable {
    /// The key's one text, for the ledger: base64url of its 65 bytes, an uncompressed point (SEC 1 §2.3.3).
    public var text: String { Base64URL.text(point) }
    private let point: [UInt8]
    private let key: P256.Signing.PublicKey

    /// Nobody's: its private half is gone as soon as it is drawn.
    public static let nobody = PublicKey(P256.Signing.PrivateKey().publicKey)

    package init(_ key: P256.Signing.PublicKey) {
        self.key = key
        point = Array(key.x963Representation)
    }

    /// Reads 65 bytes: 4, x, y. Throws ``IdentityError/key`` for other lengths and forms, and points not on the curve.
    init(point: [UInt8]) throws(IdentityError) {
        guard point.count == 65, point[0] == 4 else { throw .key }
        do { key = try P256.Signing.PublicKey(x963Representation: point) } catch { throw .key }
        self.point = point
    }

    /// Reads ``text``. Throws ``IdentityError/key``.
    public init(text: String) throws(IdentityError) {
        guard text.utf8.count == 87, let point = Base64URL.decode(text.utf8) else { throw .key }
        try self.init(point: point)
    }

    /// Reads a PEM `PUBLIC KEY` (RFC 5480, RFC 7468), 1 KiB at most. Throws ``IdentityError/key``.
    public init(pem: String) throws(IdentityError) {
        guard pem.utf8.count <= 1024 else { throw .key }
        do { self.init(try P256.Signing.PublicKey(pemRepresentation: pem)) } catch { throw .key }
    }

    /// Reads a JSON Web Key (RFC 7517, RFC 7518 §6.2.1), 4 KiB at most: `kty`, `crv`, `x`, `y`; other members do not
    /// matter, save `d`: a private key is refused. Throws ``IdentityError/key``.
    public init(jwk: String) throws(IdentityError) {
        guard jwk.utf8.count <= 4096, let object = try? FlatObject(Array(jwk.utf8)) else { throw .key }
        guard object.members["d"] == nil else { throw .key }
        try self.init(members: ["kty", "crv", "x", "y"].reduce(into: [:]) { $0[$1] = object.string($1) })
    }

    /// Reads the required members of a JSON Web Key (RFC 7638 §3.2) and no others. Throws ``IdentityError/key``.
    init(members: [String: String]) throws(IdentityError) {
        guard members.count == 4, members["kty"] == "EC", members["crv"] == "P-256" else { throw .key }
        guard let x = members["x"].flatMap({ Base64URL.decode($0.utf8) }), x.count == 32 else { throw .key }
        guard let y = members["y"].flatMap({ Base64URL.decode($0.utf8) }), y.count == 32 else { throw .key }
        try self.init(point: [4] + x + y)
    }

    /// The required members of its JSON Web Key, in the order and form of RFC 7638 §3.
    package var jwk: String {
        let (x, y) = (Base64URL.text(point[1..<33]), Base64URL.text(point[33...]))
        return #"{"crv":"P-256","kty":"EC","x":"\#(x)","y":"\#(y)"}"#
    }

    /// Base64url of the SHA-256 of the key's required JWK members (RFC 7638 §3): 43 characters.
    public var thumbprint: String { Base64URL.text(SHA256.hash(data: Array(jwk.utf8))) }

    /// Whether the 64 bytes are r ‖ s of this key over the SHA-256 of the message (RFC 7518 §3.4).
    func isValid(signature: [UInt8], over message: [UInt8]) -> Bool {
        guard signature.count == 64 else { return false }
        guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else { return false }
        return key.isValidSignature(signature, for: message)
    }
}

extension PublicKey: Hashable {
    /// The same point.
    public static func == (a: PublicKey, b: PublicKey) -> Bool { a.point == b.point }

    /// Of the point.
    public func hash(into hasher: inout Hasher) { hasher.combine(point) }
}
