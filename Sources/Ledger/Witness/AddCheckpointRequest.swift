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

    /// The body.
    public var bytes: [UInt8] {
        let lines = proof.map { Base64.encode($0.bytes) + "\n" }.joined()
        return Array("old \(oldSize)\n\(lines)\n".utf8) + note.bytes
    }
}
