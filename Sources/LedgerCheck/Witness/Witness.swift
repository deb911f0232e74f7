import Ledger
import Synchronization

/// A witness (C2SP tlog-witness): cosigns a log's checkpoint only when it extends the one cosigned before, which it
/// remembers durably before it answers.
public final class Witness: Sendable {
    private let signer: NoteSigner
    private let logs: [String: NoteVerifier]
    private let store: WitnessStore
    private let latest: Mutex<[String: SignedCheckpoint]>
    private let clock: @Sendable () -> UInt64
    private let gate: @Sendable (Checkpoint) throws -> Void

    /// Makes a witness.
    /// - Parameters:
    ///   - signer: a key of kind `cosignature`.
    ///   - logs: the logs that are known, by their keys; the key's name is the origin.
    ///   - directory: where the latest checkpoints are kept; must exist.
    ///   - clock: seconds since 1970.
    ///   - gate: a monitor's check, run before cosigning; when it throws what contradicts the log, the answer is 422, else 503: its
    ///     copy of the log has not come so far yet, or cannot be read.
    ///
    /// Throws `malformed` for another kind of key, `missing` without the directory, or what reading the state throws.
    public init(
        signer: NoteSigner, logs: [NoteVerifier], directory: String, clock: @escaping @Sendable () -> UInt64,
        gate: @escaping @Sendable (Checkpoint) throws -> Void = { _ in }
    ) throws {
        guard signer.key.algorithm == .cosignature else { throw LedgerError(.malformed) }
        self.signer = signer
        self.logs = Dictionary(logs.map { ($0.key.name, $0) }) { first, _ in first }
        store = try WitnessStore(path: directory)
        self.clock = clock
        self.gate = gate
        var known: [String: SignedCheckpoint] = [:]
        for log in logs { known[log.key.name] = try store.load(log) }
        latest = Mutex(known)
    }

    /// The latest cosigned checkpoint of a log.
    public func latest(_ origin: String) -> SignedCheckpoint? { latest.withLock { $0[origin] } }

    /// Answers `POST add-checkpoint`: 200 with the cosignature; 400 malformed; 403 not signed by the log; 404 unknown
    /// log; 409 another old size (the body says which) or another root at the same size; 422 a proof that does not verify, or
    /// a gate that does not pass; 503 a gate that cannot say yet; 500 when the state could not be written.
    public func addCheckpoint(_ body: [UInt8]) -> WitnessResponse {
        guard let request = try? AddCheckpointRequest(body), let claimed = try? Checkpoint(text: request.note.text)
        else {
            return WitnessResponse(400)
        }
        guard let verifier = logs[claimed.origin] else { return WitnessResponse(404) }
        guard let checkpoint = try? SignedCheckpoint(request.note.bytes, verifier: verifier) else {
            return WitnessResponse(403)
        }
        guard request.oldSize <= checkpoint.size else { return WitnessResponse(400) }
        return latest.withLock { latest in
            if let refusal = refusal(of: checkpoint, request, after: latest[claimed.origin]) { return refusal }
            return cosign(checkpoint, &latest)
        }
    }

    private func refusal(
        of checkpoint: SignedCheckpoint, _ request: AddCheckpointRequest, after last: SignedCheckpoint?
    ) -> WitnessResponse? {
        let size = last?.size ?? 0
        guard request.oldSize == size else { return conflict(size) }
        if size == checkpoint.size {
            guard checkpoint.root == last?.root ?? TreeHash.empty else { return conflict(size) }
            return request.proof.isEmpty ? nil : WitnessResponse(422)
        }
        guard let last, size > 0 else { return request.proof.isEmpty ? nil : WitnessResponse(422) }
        let isConsistent = MerkleProof.verifyConsistency(
            from: size, root: last.root, to: checkpoint.size, root: checkpoint.root, proof: request.proof)
        return isConsistent ? nil : WitnessResponse(422)
    }

    private func conflict(_ size: UInt64) -> WitnessResponse {
        WitnessResponse(409, "\(size)\n", contentType: "text/x.tlog.size")
    }

    /// Passes the gate, saves, then signs.
    private func cosign(_ checkpoint: SignedCheckpoint, _ latest: inout [String: SignedCheckpoint]) -> WitnessResponse {
        do { try gate(checkpoint.checkpoint) } catch let error as LedgerError
            where Witness.evidence.contains(error.code)
        {
            return WitnessResponse(422)
        } catch { return WitnessResponse(503) }
        do {
            try store.save(checkpoint)
            latest[checkpoint.checkpoint.origin] = checkpoint
            return WitnessResponse(200, try signer.sign(checkpoint.note.text, time: clock()).text)
        } catch { return WitnessResponse(500) }
    }

    /// What a gate says of the log itself; anything else says something of the gate's copy only.
    private static let evidence: Set<LedgerError.Code> = [.rolledBack, .forked, .chainBroken, .indexMismatch]
}
