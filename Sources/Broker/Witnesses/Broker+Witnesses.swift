import Foundation
import Ledger
import Vocabulary

extension Broker {
    /// What asking the witnesses gave.
    public enum Witnessed: Equatable, Sendable, CustomStringConvertible {
        /// At least one cosigned the newest checkpoint, and none contradicted it.
        case confirmed
        /// None answered. A broker that none confirmed since its start opens the care floor only.
        case unanswered
        /// One says that it has seen another history; the text names it and says how. One did confirm this start, so the files were
        /// not rolled back: somebody signs with this ledger's key elsewhere, or lies. The care floor only is left until none does.
        case contradicted(String)
        /// One has seen another history and none confirmed this start: the ledger was rolled back or forked, and must not go on.
        case refused(String)

        /// For the log.
        public var description: String {
            switch self {
            case .confirmed: "confirmed"
            case .unanswered: "no answer; until one confirms, a newly started broker opens the care floor only"
            case .contradicted(let what): "contradicted, the care floor only is open: \(what)"
            case .refused(let what): "refused: \(what)"
            }
        }
    }

    /// Has the witnesses cosign the newest checkpoint, and keeps what they signed for verifiers.
    ///
    /// The first confirmation after a start moves the time forward to the earliest of the witnesses' and enters it. To be called at
    /// the start, before the sockets are open, and then every few seconds, by one task.
    public func consult(_ witnesses: Witnesses) async throws -> Witnessed {
        let checkpoint = ledger.checkpoint
        let (directory, key) = (configuration.ledger, verificationKey)
        let round = await witnesses.cosign(checkpoint) { from, to in
            var reader = try LedgerReader(directory: directory, verifier: try NoteVerifier(vkey: key))
            return try reader.consistencyProof(from: from, to: to)
        }
        if let (witness, error) = round.contradiction { return doubt("\(witness): \(error)") }
        guard let earliest = round.cosigned.min(by: { $0.time < $1.time }) else { return .unanswered }
        try await confirm(earliest)
        try keep(round.cosigned, of: checkpoint)
        return .confirmed
    }

    private func doubt(_ what: String) -> Witnessed {
        live.withLock { live in
            live.isConfirmed = false
            return live.wasConfirmed ? .contradicted(what) : .refused(what)
        }
    }

    /// Believes the witness's time once for each start; afterwards the monotonic clock is followed.
    private func confirm(_ cosigned: Cosigned) async throws {
        let moment = Timestamp(seconds: Int64(clamping: min(cosigned.time, Broker.latestSecond)))
        if !live.withLock({ $0.wasConfirmed }) {
            _ = time.advance(to: moment)
            try await enter { entering in
                try entering.enter(.time(TimeEntry(witness: cosigned.line.name, time: moment.milliseconds)))
            }
        }
        live.withLock { live in
            live.wasConfirmed = true
            live.isConfirmed = true
        }
    }

    /// Writes the checkpoint with the cosignatures beside the ledger, replacing the one before.
    private func keep(_ cosigned: [Cosigned], of checkpoint: SignedCheckpoint) throws {
        let lines = cosigned.map { $0.line.text }.joined()
        let note = Data(checkpoint.bytes + Array(lines.utf8))
        try note.write(to: URL(fileURLWithPath: configuration.cosignedFile), options: .atomic)
    }

    /// The last second of the year 9999.
    private static let latestSecond: UInt64 = 253_402_300_799
}
