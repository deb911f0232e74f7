import Crypto

/// Checks the signatures of one key.
public struct NoteVerifier: Sendable {
    /// The key.
    public let key: NoteKey
    private let publicKey: Curve25519.Signing.PublicKey

    /// Makes a verifier. Throws `malformed` for an impossible key.
    public init(key: NoteKey) throws(LedgerError) {
        self.key = key
        do { publicKey = try Curve25519.Signing.PublicKey(rawRepresentation: key.publicKey) } catch {
            throw LedgerError(.malformed)
        }
    }

    /// Reads a vkey. Throws `malformed`.
    public init(vkey: String) throws(LedgerError) { try self.init(key: NoteKey(vkey: vkey)) }

    /// Whether `line` is by this key, as its name and key id say; tells nothing about validity.
    public func claims(_ line: SignatureLine) -> Bool { line.name == key.name && line.keyID == key.id }

    /// Whether the signature is this key's over `text`.
    public func isValid(_ line: SignatureLine, for text: [UInt8]) -> Bool { verify(line, for: text) != nil }

    /// The time of a valid cosignature, seconds since 1970, or 0 for a valid plain signature; nil when not valid.
    public func verify(_ line: SignatureLine, for text: [UInt8]) -> UInt64? {
        guard claims(line) else { return nil }
        switch key.algorithm {
        case .ed25519:
            return publicKey.isValidSignature(line.signature, for: text) ? 0 : nil
        case .cosignature:
            guard line.signature.count == 72 else { return nil }
            let time = line.signature.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            guard time <= UInt64(Int64.max) else { return nil }
            let message = Cosignature.message(time: time, text: text)
            return publicKey.isValidSignature(Array(line.signature.dropFirst(8)), for: message) ? time : nil
        }
    }
}
