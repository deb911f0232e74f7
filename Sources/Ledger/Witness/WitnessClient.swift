/// Asks one witness for cosignatures, over a transport that it is given.
public struct WitnessClient: Sendable {
    /// Sends a body to the witness's `add-checkpoint` and returns the status and body of the answer.
    public typealias Transport = @Sendable ([UInt8]) async throws -> (status: Int, body: [UInt8])
    /// Makes the consistency proof between two sizes.
    public typealias Prover = @Sendable (_ from: UInt64, _ to: UInt64) async throws -> [Hash]

    private let verifier: NoteVerifier
    private let send: Transport
    /// The size that the witness has, as far as is known: 0 before the first answer.
    public private(set) var knownSize: UInt64 = 0

    /// Makes a client of the witness with `verifier`'s key. Throws `malformed` for a key of another kind.
    public init(
        verifier: NoteVerifier, knownSize: UInt64 = 0, transport: @escaping Transport
    ) throws(LedgerError) {
        guard verifier.key.algorithm == .cosignature else { throw LedgerError(.malformed) }
        self.verifier = verifier
        self.knownSize = knownSize
        send = transport
    }

    /// Obtains the cosignature of `checkpoint`; when the witness says that it has another size, asks once more.
    ///
    /// Throws `witnessAhead` when the witness has cosigned a larger tree (the log was rolled back: stop), `forked` when
    /// it refuses the proof or has another root, `badWitness` for any other answer, what transport and prover throw.
    public mutating func cosign(_ checkpoint: SignedCheckpoint, prover: Prover) async throws -> Cosigned {
        for _ in 0..<2 {
            let old = knownSize
            guard old <= checkpoint.size else { throw LedgerError(.witnessAhead, position: old) }
            let proof = old == 0 || old == checkpoint.size ? [] : try await prover(old, checkpoint.size)
            let request = AddCheckpointRequest(oldSize: old, proof: proof, note: checkpoint.note)
            let answer = try await send(request.bytes)
            switch answer.status {
            case 200: return try accept(answer.body, checkpoint)
            case 409: knownSize = try conflict(answer.body, old: old, checkpoint)
            case 422: throw LedgerError(.forked, position: checkpoint.size)
            default: throw LedgerError(.badWitness, position: UInt64(clamping: answer.status))
            }
        }
        throw LedgerError(.badWitness, position: 409)
    }

    private func conflict(_ body: [UInt8], old: UInt64, _ checkpoint: SignedCheckpoint) throws(LedgerError) -> UInt64 {
        guard body.count <= 20, let text = String(validating: body, as: UTF8.self), text.hasSuffix("\n"),
            let size = Checkpoint.decimal(text.dropLast())
        else { throw LedgerError(.badWitness, position: 409) }
        guard size <= checkpoint.size else { throw LedgerError(.witnessAhead, position: size) }
        guard size != old else { throw LedgerError(.forked, position: size) }
        return size
    }

    /// Finds a valid cosignature of the witness's key; lines of other keys are ignored.
    private mutating func accept(_ body: [UInt8], _ checkpoint: SignedCheckpoint) throws(LedgerError) -> Cosigned {
        let note = try SignedNote(checkpoint.note.text + [0x0A] + body)
        for line in note.signatures {
            guard let time = verifier.verify(line, for: checkpoint.note.text) else { continue }
            knownSize = checkpoint.size
            return Cosigned(checkpoint: checkpoint, line: line, time: time)
        }
        throw LedgerError(.badSignature)
    }
}
