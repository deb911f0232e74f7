/// One signature of a note: `— name base64(key id ‖ signature)` (C2SP signed-note).
public struct SignatureLine: Hashable, Sendable {
    /// The key's name.
    public let name: String
    /// The key's id.
    public let keyID: UInt32
    /// What follows the id: the algorithm's signature.
    public let signature: [UInt8]

    init(name: String, keyID: UInt32, signature: [UInt8]) {
        self.name = name
        self.keyID = keyID
        self.signature = signature
    }

    /// Reads one line, without its newline. Throws `malformed`.
    public init(_ line: some StringProtocol) throws(LedgerError) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "\u{2014}", NoteKey.isName(parts[1]),
            let bytes = Base64.decode(parts[2]), bytes.count > 4
        else { throw LedgerError(.malformed) }
        name = String(parts[1])
        keyID = bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
        signature = Array(bytes.dropFirst(4))
    }

    /// The line, with its newline.
    public var text: String {
        let id = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: keyID >> UInt32($0)) }
        return "\u{2014} \(name) \(Base64.encode(id + signature))\n"
    }
}
