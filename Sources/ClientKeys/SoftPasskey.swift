import Crypto
import Vocabulary

/// A passkey in software, for the drill and for tests: P-256, nobody vouches for it, and it says that somebody was there.
public struct SoftPasskey: Sendable {
    /// The credential's id, 32 bytes.
    public let id: [UInt8]
    private let key = P256.Signing.PrivateKey()
    private let relyingParty: String
    private let origin: String

    /// Makes a passkey for a relying party, used on pages of one origin.
    public init(relyingParty: String, origin: String) {
        (self.relyingParty, self.origin) = (relyingParty, origin)
        id = unsafe SecretBytes.random(count: 32).withUnsafeBytes { unsafe Array($0) }
    }

    /// What `navigator.credentials.create()` answers (WebAuthn L3 §6.5.4): an attestation object of the format `none`.
    public func registration(challenge: [UInt8]) -> (clientData: [UInt8], attestation: [UInt8]) {
        let point = Array(key.publicKey.rawRepresentation)
        let cose: [UInt8] =
            [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20] + point[..<32] + [0x22, 0x58, 0x20]
            + point[32...]
        let credential = [UInt8](repeating: 0, count: 16) + [0, UInt8(id.count)] + id + cose
        let data = authenticatorData(flags: 0x45) + credential
        let object: [UInt8] =
            [0xA3, 0x63] + Array("fmt".utf8) + [0x64] + Array("none".utf8) + [0x67] + Array("attStmt".utf8) + [
                0xA0, 0x68,
            ] + Array("authData".utf8) + [0x58, UInt8(data.count)] + data
        return (clientData("webauthn.create", challenge, origin), object)
    }

    /// What `navigator.credentials.get()` answers (WebAuthn L3 §6.3.3), on a page of another origin when one is named. Throws when the
    /// key cannot sign.
    public func answer(challenge: [UInt8], origin: String? = nil) throws -> (
        clientData: [UInt8], authenticatorData: [UInt8], signature: [UInt8]
    ) {
        let (client, data) = (
            clientData("webauthn.get", challenge, origin ?? self.origin), authenticatorData(flags: 0x05)
        )
        let signature = try key.signature(for: data + Array(SHA256.hash(data: client)))
        return (client, data, Array(signature.derRepresentation))
    }

    /// §6.1, with a counter that stays 0 as platforms' passkeys have it.
    private func authenticatorData(flags: UInt8) -> [UInt8] {
        Array(SHA256.hash(data: Array(relyingParty.utf8))) + [flags, 0, 0, 0, 0]
    }

    /// §5.8.1
    private func clientData(_ type: String, _ challenge: [UInt8], _ origin: String) -> [UInt8] {
        let text = Base64URL.text(challenge)
        return Array(#"{"type":"\#(type)","challenge":"\#(text)","origin":"\#(origin)","crossOrigin":false}"#.utf8)
    }
}
