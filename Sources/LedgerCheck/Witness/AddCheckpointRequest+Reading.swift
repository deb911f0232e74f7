import Ledger

extension AddCheckpointRequest {
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
}
