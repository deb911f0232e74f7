import Crypto
import Foundation
import Ledger
import LedgerCheck
import Synchronization
import Vocabulary

@testable import Broker

/// A real witness of an installation's ledger, whose clock is moved by hand and which can be out of reach.
final class TestWitness: Sendable {
    let clock: ManualClock
    let isAway = Mutex(false)
    /// Every cosignature that went over the network, by the checkpoint's text.
    private let overheard = Mutex<[[UInt8]: [UInt8]]>([:])
    private let witness: Witness
    private let key: NoteKey
    private let directory: String

    init(of installation: TestInstallation, name: String = "witness.example/1") throws {
        let clock = ManualClock(TestInstallation.start)
        self.clock = clock
        directory = NSTemporaryDirectory() + "colloque-witness-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let signer = try NoteSigner(
            name: name, privateKey: Curve25519.Signing.PrivateKey(), algorithm: .cosignature)
        key = signer.key
        let log = try NoteVerifier(vkey: try installation.broker.verificationKey)
        witness = try Witness(
            signer: signer, logs: [log], directory: directory,
            clock: { UInt64(clamping: clock.now().milliseconds / 1_000) })
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    /// A newly started broker's client of this witness.
    func client() throws -> (name: String, client: WitnessClient) {
        let client = try WitnessClient(verifier: try NoteVerifier(key: key)) { [self] body in
            guard !isAway.withLock({ $0 }) else { throw LedgerError(.badWitness) }
            let answer = witness.addCheckpoint(body)
            if answer.status == 200, let request = try? AddCheckpointRequest(body) {
                overheard.withLock { $0[request.note.text] = answer.body }
            }
            return (answer.status, answer.body)
        }
        return (key.name, client)
    }

    /// A client that somebody on the network keeps from the witness and answers with what he overheard.
    func deceivedClient() throws -> (name: String, client: WitnessClient) {
        let client = try WitnessClient(verifier: try NoteVerifier(key: key)) { [self] body in
            let text = try AddCheckpointRequest(body).note.text
            guard let answer = overheard.withLock({ $0[text] }) else { throw LedgerError(.badWitness) }
            return (200, answer)
        }
        return (key.name, client)
    }

    /// The size of the tree that was cosigned last.
    func size(_ installation: TestInstallation) throws -> UInt64 {
        let origin = try NoteVerifier(vkey: try installation.broker.verificationKey).key.name
        return witness.latest(origin)?.size ?? 0
    }

    /// The verifier of its cosignatures.
    var verifier: NoteVerifier { get throws { try NoteVerifier(key: key) } }
}
