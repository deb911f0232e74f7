import Foundation
import LedgerCheck
import Testing

@testable import Ledger
@testable import LedgerTests

struct WitnessTests {
    private let folder: TemporaryDirectory
    private let log: String
    private let state: String

    init() throws {
        folder = try TemporaryDirectory()
        log = folder.path + "/log"
        state = folder.path + "/witness"
        for path in [log, state] {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        try StaticLog.write(TestEntries.make(40), to: log)
    }

    private func witness(gate: @escaping @Sendable (Checkpoint) throws -> Void = { _ in }) throws -> Witness {
        try Witness(
            signer: Fixtures.cosigner(), logs: [Fixtures.verifier()], directory: state, clock: { 1_700_000_000 },
            gate: gate)
    }

    private func checkpoint(_ size: UInt64, root: Hash? = nil, signer: NoteSigner? = nil) throws -> SignedCheckpoint {
        var reader = try LedgerReader(directory: log, verifier: Fixtures.verifier())
        let signer = try signer ?? Fixtures.signer()
        let head = Checkpoint(origin: signer.key.name, size: size, root: try root ?? reader.root(at: size))
        return try SignedCheckpoint(signing: head, with: signer)
    }

    private func proof(_ first: UInt64, _ second: UInt64) throws -> [Hash] {
        var reader = try LedgerReader(directory: log, verifier: Fixtures.verifier())
        return try reader.consistencyProof(from: first, to: second)
    }

    private func request(_ old: UInt64, _ checkpoint: SignedCheckpoint, _ proof: [Hash] = []) -> [UInt8] {
        AddCheckpointRequest(oldSize: old, proof: proof, note: checkpoint.note).bytes
    }

    @Test func cosignsWhatGrowsAndRemembers() throws {
        let first = try witness()
        #expect(try first.addCheckpoint(request(0, checkpoint(10))).status == 200)
        let answer = try first.addCheckpoint(request(10, checkpoint(30), proof(10, 30)))
        #expect(answer.status == 200)
        let line = try SignatureLine(String(decoding: answer.body.dropLast(), as: UTF8.self))
        let verifier = try NoteVerifier(key: Fixtures.cosigner().key)
        #expect(try verifier.verify(line, for: checkpoint(30).note.text) == 1_700_000_000)
        #expect(try first.addCheckpoint(request(30, checkpoint(30))).status == 200)
        let again = try witness()
        #expect(again.latest(Fixtures.origin)?.size == 30)
        let stale = try again.addCheckpoint(request(10, checkpoint(40), proof(10, 40)))
        #expect(stale.status == 409 && stale.body == Array("30\n".utf8) && stale.contentType == "text/x.tlog.size")
    }

    @Test func refusesAsTheProtocolSays() throws {
        let witness = try witness()
        #expect(try witness.addCheckpoint(request(0, checkpoint(10), proof(5, 10))).status == 422)
        #expect(try witness.addCheckpoint(request(0, checkpoint(10))).status == 200)
        #expect(try witness.addCheckpoint(request(0, checkpoint(20))).status == 409)
        #expect(try witness.addCheckpoint(request(10, checkpoint(20), proof(9, 20))).status == 422)
        #expect(try witness.addCheckpoint(request(10, checkpoint(20))).status == 422)
        #expect(try witness.addCheckpoint(request(10, checkpoint(10, root: .zero))).status == 409)
        #expect(try witness.addCheckpoint(request(10, checkpoint(9))).status == 400)
        let thief = try Fixtures.signer(seed: 8)
        #expect(try witness.addCheckpoint(request(10, checkpoint(20, signer: thief), proof(10, 20))).status == 403)
        let other = try Fixtures.signer("other.test/log")
        #expect(try witness.addCheckpoint(request(0, checkpoint(20, signer: other))).status == 404)
        let good = try request(10, checkpoint(20), proof(10, 20))
        for length in [0, 1, 4, 8, 20, good.count - 1] {
            #expect(witness.addCheckpoint(Array(good[..<length])).status == 400, "\(length)")
        }
        let long =
            Array("old 10\n".utf8) + Array(String(repeating: Base64.encode(Hash.zero.bytes) + "\n", count: 64).utf8)
        #expect(witness.addCheckpoint(long + good.dropFirst(7)).status == 400)
        #expect(witness.addCheckpoint(Array("old 010\n".utf8) + good.dropFirst(7)).status == 400)
        #expect(witness.addCheckpoint(good).status == 200)
    }

    @Test func theClientCatchesUpAndNoticesRollback() async throws {
        let witness = try witness()
        let verifier = try NoteVerifier(key: Fixtures.cosigner().key)
        var client = try WitnessClient(verifier: verifier) { body in
            let answer = witness.addCheckpoint(body)
            return (answer.status, answer.body)
        }
        let prover: WitnessClient.Prover = { try proof($0, $1) }
        #expect(try await client.cosign(checkpoint(10), prover: prover).time == 1_700_000_000)
        var late = try WitnessClient(verifier: verifier) { body in
            let answer = witness.addCheckpoint(body)
            return (answer.status, answer.body)
        }
        let cosigned = try await late.cosign(checkpoint(30), prover: prover)
        #expect(cosigned.checkpoint.size == 30 && late.knownSize == 30)
        await #expect(throws: LedgerError(.witnessAhead, position: 30)) {
            var stale = client
            _ = try await stale.cosign(checkpoint(20), prover: prover)
        }
        await #expect(throws: LedgerError(.forked, position: 30)) {
            var forked = late
            _ = try await forked.cosign(checkpoint(30, root: .zero), prover: prover)
        }
        for (status, body) in [(200, "x\n"), (200, ""), (500, ""), (409, "031\n"), (409, "-1\n"), (409, "")] {
            var lied = try WitnessClient(verifier: verifier) { _ in (status, Array(body.utf8)) }
            await #expect(throws: LedgerError.self) { _ = try await lied.cosign(checkpoint(30), prover: prover) }
        }
    }

    @Test func theMonitorGatesTheWitness() throws {
        var made = TestEntries()
        for index in 0..<30 { made.add(practice: index % 4) }
        made.addIndex()
        for index in 0..<30 { made.add(practice: index % 5) }
        made.addIndex()
        try StaticLog.write(made.entries, to: log)
        var monitor = Monitor(linker: TestEntries.link, indexReader: TestEntries.index)
        var reader = try LedgerReader(directory: log, verifier: Fixtures.verifier())
        try monitor.advance(&reader)
        #expect(monitor.map.size == 62 && monitor.map.root == made.map.root && monitor.passed?.size == 62)
        var honest = made
        honest.addIndex()
        try StaticLog.write(honest.entries, to: log)
        reader = try LedgerReader(directory: log, verifier: Fixtures.verifier())
        try monitor.advance(&reader)
        var liar = honest
        liar.addIndex(lie: true)
        try StaticLog.write(liar.entries, to: log)
        reader = try LedgerReader(directory: log, verifier: Fixtures.verifier())
        #expect(throws: LedgerError(.indexMismatch, position: 63)) { try monitor.advance(&reader) }
        #expect(monitor.passed?.size == 63)
        let refusing = try witness(gate: { _ in throw LedgerError(.indexMismatch) })
        #expect(try refusing.addCheckpoint(request(0, checkpoint(64))).status == 422)
        #expect(refusing.latest(Fixtures.origin) == nil)
        try StaticLog.write(Array(made.entries[..<50]), to: log)
        reader = try LedgerReader(directory: log, verifier: Fixtures.verifier())
        #expect(throws: LedgerError(.rolledBack, position: 63)) { try monitor.advance(&reader) }
    }

    /// What a copy lacks says nothing of the log; what it shows does.
    @Test func aGateThatCannotReadItsCopyContradictsNobody() throws {
        for code: LedgerError.Code in [.outOfRange, .missing, .journalGap, .rootMismatch, .system] {
            let unable = try witness(gate: { _ in throw LedgerError(code) })
            #expect(try unable.addCheckpoint(request(0, checkpoint(30))).status == 503, "\(code.name)")
        }
        for code: LedgerError.Code in [.chainBroken, .indexMismatch, .forked, .rolledBack] {
            let refusing = try witness(gate: { _ in throw LedgerError(code) })
            #expect(try refusing.addCheckpoint(request(0, checkpoint(30))).status == 422, "\(code.name)")
            #expect(refusing.latest(Fixtures.origin) == nil)
        }
    }
}
