/// The body of `POST add-checkpoint` (C2SP tlog-witness): `old <size>`, a consistency proof, an empty line, a
/// checkpoint.
public struct AddCheckpointRequest: Hashable, Sendable {
    /// The size that the sender believes the witness has.
    public let oldSize: UInt64
    /// The consistency proof from that size.
    public let proof: [Hash]
    /// The checkpoint's note, not verified.
    public let note: SignedNote

    /// Makes a request of its parts.
    public init(oldSize: UInt64, proof: [Hash], note: SignedNote) {
        self.oldSize = oldSize
        self.proof = proof
        self.note = note
    }

    /// Reads a body. Throws `malformed` or `oversized`.
    public init(_ body: [UInt8]) throws(LedgerError) {
        guard body.count <= 2 * SignedNote.sizeLimit else { throw LedgerError(.oversized) }
        var rest = body[...]
        func line() throws(LedgerError) -> String {
            guard let end = rest.firstIndex(of: 0x0A), let text = String(validating: rest[..<end], as: UTF8.self) else {
                throw LedgerError(.malformed)
            }
            rest = rest[(end + 1)...]
            return text
        }
        let first = try line()
        guard first.hasPrefix("old "), let size = Checkpoint.decimal(first.dropFirst(4)) else {
            throw LedgerError(.malformed)
        }
        var proof: [Hash] = []
        while true {
            let text = try line()
            if text.isEmpty { break }
            guard proof.count < MerkleProof.longest, let hash = Base64.decode(text).flatMap({ Hash($0) }) else {
                throw LedgerError(.malformed)
            }
            proof.append(hash)
        }
        self.init(oldSize: size, proof: proof, note: try SignedNote(Array(rest)))
    }

    /// The body.
    public var bytes: [UInt8] {
        let lines = proof.map { Base64.encode($0.bytes) + "\n" }.joined()
        return Array("old \(oldSize)\n\(lines)\n".utf8) + note.bytes
    }
}
