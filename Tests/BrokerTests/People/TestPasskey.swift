import BrokerAPI
import Crypto
import Vocabulary

/// A passkey in software, ES256, attestation `none` (WebAuthn L3 §6.1, §6.5).
struct TestPasskey: Sendable {
    static let origin = "https://localhost:8443"
    let credential = (0..<32).map { _ in UInt8.random(in: 0...255) }
    private let key = P256.Signing.PrivateKey()

    /// The answer to `create()`.
    func registration(_ challenge: [UInt8]) -> Enrolment.Factor {
        let point = Array(key.publicKey.rawRepresentation)
        let cose: [UInt8] =
            [0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32] + point[..<32] + [0x22, 0x58, 32] + point[32...]
        let data = head(0x45, 0) + [UInt8](repeating: 0, count: 16) + [0, 32] + credential + cose
        let object: [UInt8] =
            [0xA3, 0x63] + Array("fmt".utf8) + [0x64] + Array("none".utf8) + [0x67] + Array("attStmt".utf8) + [
                0xA0, 0x68,
            ]
            + Array("authData".utf8) + [0x58, UInt8(data.count)] + data
        return .passkey(clientData: client("webauthn.create", challenge), attestation: object)
    }

    /// The answer to `get()`.
    func assertion(_ challenge: [UInt8], counter: UInt32 = 0, origin: String = origin) throws -> PasskeyAnswer {
        let (client, data) = (client("webauthn.get", challenge, origin), head(0x05, counter))
        let signature = try key.signature(for: data + Array(SHA256.hash(data: client)))
        return PasskeyAnswer(
            credential: credential, clientData: client, authenticatorData: data,
            signature: Array(signature.derRepresentation))
    }

    private func head(_ flags: UInt8, _ counter: UInt32) -> [UInt8] {
        Array(SHA256.hash(data: Array("localhost".utf8))) + [flags]
            + (0..<4).map { UInt8(truncatingIfNeeded: counter >> (24 - 8 * $0)) }
    }

    private func client(_ type: String, _ challenge: [UInt8], _ origin: String = origin) -> [UInt8] {
        let text = Base64URL.text(challenge)
        return Array(#"{"type":"\#(type)","challenge":"\#(text)","origin":"\#(origin)","crossOrigin":false}"#.utf8)
    }
}
