import Crypto
import CryptoExtras

@testable import Identity

/// An authenticator in software, with one passkey.
struct Authenticator {
    enum Secret {
        case es256(P256.Signing.PrivateKey)
        case edDSA(Curve25519.Signing.PrivateKey)
        case rs256(_RSA.Signing.PrivateKey)
    }

    let secret: Secret
    let id: [UInt8]
    let aaguid: [UInt8] = Array(repeating: 0xA6, count: 16)

    /// One key of RSA for all, as it takes long to find.
    static let rsa = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }

    init(_ algorithm: PasskeyKey.Algorithm = .es256, idLength: Int = 32) throws {
        switch algorithm {
        case .es256: secret = .es256(P256.Signing.PrivateKey())
        case .edDSA: secret = .edDSA(Curve25519.Signing.PrivateKey())
        case .rs256: secret = .rs256(try Authenticator.rsa.get())
        }
        id = (0..<idLength).map { _ in UInt8.random(in: 0...255) }
    }

    /// The members of its COSE_Key, in their usual order.
    func members() throws -> [(CBOR, CBOR)] {
        switch secret {
        case .es256(let key):
            let point = Array(key.publicKey.rawRepresentation)
            return [(1, 2), (3, -7), (-1, 1), (-2, .bytes(Array(point[..<32]))), (-3, .bytes(Array(point[32...])))]
        case .edDSA(let key):
            return [(1, 1), (3, -8), (-1, 6), (-2, .bytes(Array(key.publicKey.rawRepresentation)))]
        case .rs256(let key):
            let numbers = try key.publicKey.getKeyPrimitives()
            return [
                (1, 3), (3, -257), (-1, .bytes(Array(numbers.modulus))), (-2, .bytes(Array(numbers.publicExponent))),
            ]
        }
    }

    /// COSE's number.
    var algorithm: Int {
        switch secret {
        case .es256: -7
        case .edDSA: -8
        case .rs256: -257
        }
    }

    func sign(_ message: [UInt8]) throws -> [UInt8] {
        switch secret {
        case .es256(let key): Array(try key.signature(for: message).derRepresentation)
        case .edDSA(let key): Array(try key.signature(for: message))
        case .rs256(let key):
            Array(try key.signature(for: SHA256.hash(data: message), padding: .insecurePKCS1v1_5).rawRepresentation)
        }
    }
}
