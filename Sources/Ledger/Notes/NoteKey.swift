import Crypto

/// The public half of a note key: a name, an algorithm and an Ed25519 key (C2SP signed-note; vkey text form
/// `name+hex key id+base64(algorithm ‖ key)`).
public struct NoteKey: Hashable, Sendable {
    /// Which signatures the key makes.
    public enum Algorithm: UInt8, Sendable {
        /// Over the note's text (signed-note).
        case ed25519 = 1
        /// Timestamped, over a checkpoint (tlog-cosignature, `cosignature/v1`).
        case cosignature = 4
    }

    /// The key's name; not empty, without spaces, control characters or `+`.
    public let name: String
    /// What it signs.
    public let algorithm: Algorithm
    /// The 32 bytes of the Ed25519 public key.
    public let publicKey: [UInt8]
    /// SHA-256(name ‖ 0x0A ‖ algorithm ‖ public key), the first four bytes, big-endian.
    public let id: UInt32

    /// Makes a key of its parts. Throws `malformed` when the name or the key has not the form demanded.
    public init(name: String, algorithm: Algorithm, publicKey: [UInt8]) throws(LedgerError) {
        guard NoteKey.isName(name), publicKey.count == 32 else { throw LedgerError(.malformed) }
        self.name = name
        self.algorithm = algorithm
        self.publicKey = publicKey
        var hasher = SHA256()
        hasher.update(data: Array(name.utf8) + [0x0A, algorithm.rawValue] + publicKey)
        id = hasher.finalize().prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Reads a vkey. Throws `malformed` when it is not one, or its key id does not match.
    public init(vkey: String) throws(LedgerError) {
        let parts = vkey.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].utf8.count == 8, let material = Base64.decode(parts[2]),
            let first = material.first, let algorithm = Algorithm(rawValue: first)
        else { throw LedgerError(.malformed) }
        try self.init(name: String(parts[0]), algorithm: algorithm, publicKey: Array(material.dropFirst()))
        guard parts[1] == idText else { throw LedgerError(.malformed) }
    }

    /// The text form.
    public var vkey: String { "\(name)+\(idText)+\(Base64.encode([algorithm.rawValue] + publicKey))" }

    private var idText: String {
        let hex = String(id, radix: 16)
        return String(repeating: "0", count: 8 - hex.count) + hex
    }

    /// Whether a text may be a key's name: 1 to 255 bytes.
    static func isName(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.count <= 255
            && text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "+" && $0.value >= 0x20 }
    }
}
