import CryptoExtras
import Vocabulary

/// A provider's public keys (RFC 7517 §5): RSA of 2,048 to 4,096 bits with the exponent 65,537, and P-256, by their `kid`.
/// Keys of other kinds, without `kid` or for other uses than signatures are left out.
public struct OpenIDKeySet: Sendable {
    /// The most that is read, in bytes.
    public static let maximumLength = 65_536

    private enum Key {
        case rsa(_RSA.Signing.PublicKey)
        case p256(PublicKey)
    }

    private static let form = FlatObject.Form(known: ["kty", "use", "key_ops", "alg", "kid", "n", "e", "crv", "x", "y"])
    private var keys: [String: (key: Key, algorithm: String?)] = [:]

    /// Reads the set, at most 32 keys. Throws ``IdentityError/keySet``, also for two keys of one `kid` and for a private
    /// key: who publishes one has none left. Throws ``IdentityError/malformedObject``.
    public init(_ bytes: [UInt8]) throws(IdentityError) {
        guard bytes.count <= OpenIDKeySet.maximumLength else { throw .keySet }
        var (reader, list) = (FlatReader(bytes), [FlatObject]())
        _ = try reader.object { (name, reader) throws(IdentityError) in
            guard name == "keys" else { return _ = try reader.value(of: name, FlatObject.Form(known: [])) }
            list = try reader.array { (reader) throws(IdentityError) in try FlatObject(&reader, form: Self.form) }
        }
        guard reader.isAtEnd else { throw .keySet }
        for object in list {
            guard object.members["d"] == nil, object.members["k"] == nil else { throw .keySet }
            let isForSignatures = try object.strings("key_ops")?.contains("verify") ?? true
            guard isForSignatures, object.members["use"] == nil || object.string("use") == "sig",
                let kid = object.string("kid"), let key = Self.key(object)
            else { continue }
            guard keys.updateValue((key, object.string("alg")), forKey: kid) == nil else { throw .keySet }
        }
    }

    /// Whether it is signed by the key of that id. Throws ``IdentityError/unknownKey``, or
    /// ``IdentityError/algorithm`` when the key is for another.
    func isValid(_ jws: CompactJWS, kid: String, _ algorithm: OpenIDProvider.Algorithm) throws(IdentityError) -> Bool {
        guard let (key, own) = keys[kid] else { throw .unknownKey }
        guard own == nil || own == algorithm.rawValue else { throw .algorithm }
        switch (key, algorithm) {
        case (.p256(let key), .es256): return key.isValid(signature: jws.signature, over: jws.signingInput)
        case (.rsa(let key), .rs256), (.rsa(let key), .ps256):
            let signature = _RSA.Signing.RSASignature(rawRepresentation: jws.signature)
            return key.isValidSignature(
                signature, for: jws.signingInput, padding: algorithm == .ps256 ? .PSS : .insecurePKCS1v1_5)
        default: throw .algorithm
        }
    }

    private static func key(_ object: FlatObject) -> Key? {
        switch object.string("kty") {
        case "EC":
            let members = ["kty", "crv", "x", "y"].reduce(into: [:]) { $0[$1] = object.string($1) }
            return (try? PublicKey(members: members)).map(Key.p256)
        case "RSA":
            guard object.string("e") == "AQAB", let n = object.string("n").flatMap({ Base64URL.decode($0.utf8) }),
                (256...512).contains(n.count), n[0] >= 0x80
            else { return nil }
            return (try? _RSA.Signing.PublicKey(n: n, e: [1, 0, 1])).map(Key.rsa)
        default: return nil
        }
    }
}
