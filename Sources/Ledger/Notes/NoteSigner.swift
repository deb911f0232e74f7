import Crypto

/// Signs notes with one Ed25519 key.
public struct NoteSigner: Sendable {
    /// The public half.
    public let key: NoteKey
    private let privateKey: Curve25519.Signing.PrivateKey

    /// Makes a signer. Throws `malformed` for a name that a key may not have.
    public init(
        name: String, privateKey: Curve25519.Signing.PrivateKey, algorithm: NoteKey.Algorithm = .ed25519
    ) throws(LedgerError) {
        self.privateKey = privateKey
        key = try NoteKey(name: name, algorithm: algorithm, publicKey: Array(privateKey.publicKey.rawRepresentation))
    }

    /// Signs a note's text; `time`, in seconds since 1970, is used by cosignature keys only.
    ///
    /// Throws `system` when the library cannot sign.
    public func sign(_ text: [UInt8], time: UInt64 = 0) throws(LedgerError) -> SignatureLine {
        var signature: [UInt8] = []
        var message = text
        if key.algorithm == .cosignature {
            for shift in stride(from: UInt64(56), through: 0, by: -8) {
                signature.append(UInt8(truncatingIfNeeded: time >> shift))
            }
            message = Cosignature.message(time: time, text: text)
        }
        do { signature += try privateKey.signature(for: message) } catch { throw LedgerError(.system) }
        return SignatureLine(name: key.name, keyID: key.id, signature: signature)
    }
}
