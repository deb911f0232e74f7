import BrokerAPI
import Foundation
import Ledger
import LedgerCheck
import Vocabulary

/// The ledger's files cut, edited, swapped, forked and rolled back, with and without a checkpoint that a witness keeps.
struct TamperedLedger: Scenario {
    let title = "a tampered ledger"
    private static let filesTried = 24

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        let (first, second) = (try await base.copy(), try await base.copy())
        do {
            let journal = try await edited(first, world)
            try await write(second, world, sessions: 9)
            let outcomes = try [files(first, journal), forked(first, second)] + [await rolledBack(base, first)]
            await first.remove()
            await second.remove()
            return outcomes
        } catch {
            await first.remove()
            await second.remove()
            throw error
        }
    }

    /// Lets a copy write something of its own.
    private func write(_ copy: any DrillInstallation, _ world: World, sessions: Int) async throws {
        try await copy.start()
        try await Arena.run(on: copy, world) { arena in
            for _ in 0..<sessions { _ = try await arena.session(try world.practices[0].account(.physician)) }
        }
        await copy.stop()
    }

    /// What was tried and what was found of it.
    private struct Tally {
        var tried = 0
        var detected = 0
        var located = 0
    }

    /// Writes something and edits the journal of the ledger as it lies on the disk meanwhile; ends the copy's `serve`.
    private func edited(_ copy: any DrillInstallation, _ world: World) async throws -> Tally {
        try await copy.start()
        let tally = try await Arena.run(on: copy, world) { arena in
            for _ in 0..<5 { _ = try await arena.session(try world.practices[0].account(.physician)) }
            return try Files.withCopy(of: copy.path + "/broker/ledger") { try journal($0, copy) }
        }
        await copy.stop()
        return tally
    }

    private func journal(_ ledger: String, _ copy: any DrillInstallation) throws -> Tally {
        var tally = Tally()
        for file in Files.all(in: ledger) where file.hasPrefix("journal/") {
            let bytes = try Files.read(ledger + "/" + file)
            let written = bytes.prefix(1 << 20).indices.filter { bytes[$0] != 0 }
            guard let first = written.first, first < 4 else { continue }
            let places = [first, written[written.count / 3], written[written.count / 2]]
            let changes = places.map { Tampering.flip(file, at: Double($0) / Double(bytes.count), bit: 3) }
            try play(changes, ledger, copy, &tally)
        }
        return tally
    }

    private func files(_ copy: any DrillInstallation, _ journal: Tally) throws -> ScenarioOutcome {
        var tally = journal
        try Files.withCopy(of: copy.path + "/broker/ledger") { ledger in
            guard try verify(ledger, copy).isHealthy else { throw DrillError("an untouched ledger does not verify") }
            let all = Files.all(in: ledger).filter { $0 == "checkpoint" || $0.hasPrefix("tile/") }
            let step = max(1, all.count / TamperedLedger.filesTried)
            let chosen = all.enumerated().filter { $0.offset % step == 0 || !$0.element.hasPrefix("tile/") }.map(
                \.element)
            let changes = chosen.flatMap { file in
                [Tampering.flip(file, at: 0.37, bit: 5), .flip(file, at: 0.99, bit: 0), .cut(file)]
                    + (file.hasPrefix("tile/entries/") ? [.swap(file)] : [])
            }
            try play(changes, ledger, copy, &tally)
        }
        return ScenarioOutcome(
            "ledger edited, cut and swapped",
            had:
                "the ledger's files: \(tally.tried) bit flips, cuts and swaps in checkpoint, tiles, bundles and journal; "
                + "\(tally.detected) detected, \(tally.located) of them in the right file",
            and: tally.tried > 20 && journal.tried > 0 && tally.detected == tally.tried && tally.located == tally.tried)
    }

    private func play(
        _ changes: [Tampering], _ ledger: String, _ copy: any DrillInstallation, _ tally: inout Tally
    ) throws {
        for change in changes {
            let report = try change.run(in: ledger) { try verify(ledger, copy) }
            tally.tried += 1
            if !report.isHealthy { tally.detected += 1 }
            if report.problems.contains(where: { $0.file == change.file }) { tally.located += 1 }
        }
    }

    private func verify(
        _ ledger: String, _ copy: any DrillInstallation, known: [Checkpoint] = []
    ) throws -> VerificationReport {
        LedgerVerification.run(
            directory: ledger, verifier: try LedgerView(copy.path).verifier, linker: copy.linker, known: known)
    }

    /// Two logs that the same key signed: whoever saw one refuses the other.
    private func forked(_ one: any DrillInstallation, _ other: any DrillInstallation) throws -> ScenarioOutcome {
        let (known, own) = (try LedgerView(one.path).reader().checkpoint, try LedgerView(other.path))
        var reader = try own.reader()
        guard reader.size > known.size else { throw DrillError("the fork is too short") }
        let proof = try reader.consistencyProof(from: known.size, to: reader.size)
        let isConsistent = MerkleProof.verifyConsistency(
            from: known.size, root: known.root, to: reader.size, root: reader.checkpoint.root, proof: proof)
        let found = try verify(own.path, other, known: [known.checkpoint])
        let alone = try verify(own.path, other)
        return ScenarioOutcome(
            "ledger forked",
            had:
                "the broker's own signing key, so two logs with valid signatures. With a witness' checkpoint of the first: "
                + "\(found.isHealthy ? "NOT detected" : "detected (\(found.problems[0]))"), and the second has no consistency proof for the "
                + "witness. Without a witness: \(alone.isHealthy ? "not visible" : "detected")",
            and: !isConsistent && found.problems.contains { $0.code == .forked })
    }

    /// An older copy of the ledger under a newer broker; then seen from outside.
    private func rolledBack(_ old: any DrillInstallation, _ new: any DrillInstallation) async throws -> ScenarioOutcome
    {
        let known = try LedgerView(new.path).reader().checkpoint.checkpoint
        let (older, newer) = (old.path + "/broker/ledger", new.path + "/broker/ledger")
        let found = try verify(older, new, known: [known])
        let alone = try verify(older, new)
        try FileManager.default.removeItem(atPath: newer)
        try FileManager.default.copyItem(atPath: older, toPath: newer)
        var isRefused = false
        do { try await new.start() } catch { isRefused = true }
        await new.stop()
        return ScenarioOutcome(
            "ledger rolled back",
            had: "an older copy of the ledger's files. With a witness' checkpoint: "
                + "\(found.isHealthy ? "NOT detected" : "detected (\(found.problems[0]))"). With the broker's snapshot: "
                + "\(isRefused ? "the broker refuses to start" : "NOT refused"). Without either (the whole disk rolled back): "
                + "\(alone.isHealthy ? "only a witness sees it" : "detected")",
            and: found.problems.contains { $0.code == .rolledBack } && isRefused)
    }
}
