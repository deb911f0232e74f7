import Foundation
import Ledger
import Vocabulary

extension Broker {
    /// What asking the witnesses gave.
    public enum Witnessed: Equatable, Sendable, CustomStringConvertible {
        /// At least one cosigned the newest checkpoint, and none contradicted it.
        case confirmed
        /// None answered in a way to be believed. A broker that none confirmed since its start opens the care floor only.
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
            case .unanswered:
                "no answer to be believed; until one confirms, a newly started broker opens the care floor only"
            case .contradicted(let what): "contradicted, the care floor only is open: \(what)"
            case .refused(let what): "refused: \(what)"
            }
        }
    }

    /// Has the witnesses cosign the newest checkpoint, and keeps what they signed for verifiers.
    ///
    /// The first cosignatures after a start only give the time: they may have been made long ago, and be shown again by whoever
    /// rolled the ledger back and owns the network. With the time a number is entered that nobody could know; who cosigns that has
    /// seen this start. To be called at the start, before the sockets are open, and then every few seconds, by one task.
    public func consult(_ witnesses: Witnesses) async throws -> Witnessed {
        let (timed, wasConfirmed) = live.withLock { ($0.timed, $0.wasConfirmed) }
        // Until one confirms, always the same: a monitor's copy that lags never reaches the newest.
        let checkpoint = wasConfirmed ? ledger.checkpoint : timed ?? ledger.checkpoint
        let (directory, key) = (configuration.ledger, verificationKey)
        let round = await witnesses.cosign(checkpoint) { from, to in
            var reader = try LedgerReader(directory: directory, verifier: try NoteVerifier(vkey: key))
            return try reader.consistencyProof(from: from, to: to)
        }
        if let (witness, error) = round.contradiction { return doubt("\(witness): \(error)") }
        guard timed != nil else {
            guard let earliest = earliest(round.cosigned) else { return .unanswered }
            try await enterTime(earliest)
            return try await consult(witnesses)
        }
        guard !round.cosigned.isEmpty else { return .unanswered }
        live.withLock { live in
            live.wasConfirmed = true
            live.isConfirmed = true
        }
        try keep(round.cosigned, of: checkpoint)
        return .confirmed
    }

    /// The earliest cosignature, among those whose time is not so far ahead that it is more likely wrong than right: a time that
    /// was once entered never goes back.
    private func earliest(_ cosigned: [Cosigned]) -> Cosigned? {
        let known = max(look { _, now in now }, configuration.clock.now())
        let credible = cosigned.filter { configuration.acceptsClock || Broker.moment($0) <= known.adding(days: 31) }
        return credible.min { $0.time < $1.time }
    }

    private func doubt(_ what: String) -> Witnessed {
        live.withLock { live in
            live.isConfirmed = false
            return live.wasConfirmed ? .contradicted(what) : .refused(what)
        }
    }

    /// Believes a witness's time once for each start; afterwards the monotonic clock is followed.
    private func enterTime(_ cosigned: Cosigned) async throws {
        let moment = Broker.moment(cosigned)
        try await enter(at: moment) { entering in
            let nonce = (0..<32).map { _ in UInt8.random(in: 0...255) }
            let name = Broker.plain(cosigned.line.name)
            try entering.enter(.time(TimeEntry(witness: name, time: moment.milliseconds, nonce: nonce)))
        }
        let checkpoint = ledger.checkpoint
        live.withLock { $0.timed = checkpoint }
    }

    private static func moment(_ cosigned: Cosigned) -> Timestamp {
        Timestamp(seconds: Int64(clamping: min(cosigned.time, Broker.latestSecond)))
    }

    /// A witness's name as an entry can hold it.
    private static func plain(_ name: String) -> String {
        let units = name.utf8.map { (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C ? $0 : UInt8(ascii: "?") }
        return String(decoding: units, as: UTF8.self)
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
