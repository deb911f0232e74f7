import BrokerAPI
import Foundation
import Ledger
import LedgerCheck
import LedgerMap
import Testing
import Vocabulary

@testable import Broker

@Suite("State is a fold of the ledger")
struct RebuildTests {
    private func busy(_ house: TestInstallation) async throws -> (Account, [PatientID]) {
        let practice = try await house.practice(size: 2)
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(200, importer, clinical: TestInstallation.start)
        let account = try await house.member(practice)
        let token = try await house.signIn(account)
        _ = try await house.opened(Array(patients[..<120]), token)
        house.advance(seconds: 100)
        _ = try await house.opened(Array(patients[..<40]), token, .medical)
        return (account, patients)
    }

    @Test func restartForgetsNothing() async throws {
        let house = try TestInstallation()
        let (account, patients) = try await busy(house)
        let live = try house.broker.look { state, now in try state.digest(at: now) }
        let now = try house.broker.look { _, now in now }
        try house.restart()
        #expect(try house.broker.look { state, _ in try state.digest(at: now) } == live)
        let token = try await house.signIn(account)
        #expect(try await house.opened(Array(patients[120..<180]), token) == 30, "150 in an hour, over the restart")
    }

    @Test func snapshotAndLedgerGiveTheSameState() async throws {
        let house = try TestInstallation()
        let (account, patients) = try await busy(house)
        try await house.broker.saveSnapshot()
        let token = try await house.signIn(account)
        _ = try await house.opened(Array(patients[120..<125]), token)
        let now = try house.broker.look { _, now in now }
        let live = try house.broker.look { state, _ in try state.digest(at: now) }
        try house.restart()
        #expect(try house.broker.look { state, _ in try state.digest(at: now) } == live)
        #expect(try house.broker.vault.snapshot() != nil)
    }

    @Test func alteredSnapshotIsNotBelieved() async throws {
        let house = try TestInstallation()
        _ = try await busy(house)
        try await house.broker.saveSnapshot()
        let now = try house.broker.look { _, now in now }
        let live = try house.broker.look { state, _ in try state.digest(at: now) }
        guard let snapshot = try house.broker.vault.snapshot() else { throw BrokerFailure(.notFound) }
        var bytes = snapshot.state
        bytes[bytes.count / 2] ^= 1
        try house.broker.vault.setSnapshot(
            KeyVault.Snapshot(size: snapshot.size, root: snapshot.root, mac: snapshot.mac, state: bytes))
        try house.restart()
        #expect(try house.broker.look { state, _ in try state.digest(at: now) } == live)
    }

    @Test func ledgerCutBelowTheSnapshotIsRefused() async throws {
        let house = try TestInstallation()
        try FileManager.default.copyItem(atPath: house.directory + "/ledger", toPath: house.directory + "/old")
        _ = try await busy(house)
        try await house.broker.close()
        try FileManager.default.removeItem(atPath: house.directory + "/ledger")
        try FileManager.default.moveItem(atPath: house.directory + "/old", toPath: house.directory + "/ledger")
        #expect(throws: (any Error).self) { try house.restart() }
    }

    @Test func clockBackChangesNothing() async throws {
        let house = try TestInstallation()
        let (account, patients) = try await busy(house)
        house.clock.advance(seconds: -40 * 86_400)
        try house.restart()
        let token = try await house.signIn(account)
        #expect(try await house.opened(Array(patients[120..<180]), token) == 30)
    }

    @Test func assertionCannotBeShownTwiceEvenOverARestart() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let account = try await house.member(practice)
        let assertion = try house.assertion(account)
        _ = try await house.broker.signIn(assertion)
        await #expect(throws: BrokerFailure.self) { try await house.broker.signIn(assertion) }
        try house.restart()
        await #expect(throws: BrokerFailure.self) { try await house.broker.signIn(assertion) }
    }

    @Test func erasedPatientStaysErasedOverARestart() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(2, importer, clinical: TestInstallation.start)
        let reply = await (try house.broker).admin(.erase(practice: practice, patient: patients[0]))
        guard case .done = reply else { throw BrokerFailure(.invalid, "\(reply)") }
        let account = try await house.member(practice)
        #expect(try await house.opened(patients, try await house.signIn(account)) == 1)
        try house.restart()
        #expect(try await house.opened(patients, try await house.signIn(account)) == 1)
        #expect(try house.broker.vault.patient(patients[0], in: practice) == nil)
    }

    @Test func mapOfTheNewestIndexEntryIsKept() async throws {
        let house = try TestInstallation()
        _ = try await busy(house)
        guard case .done = await (try house.broker).admin(.index) else { throw BrokerFailure(.invalid, "index") }
        var entered: IndexEntry?
        try house.broker.forEachEntry { _, entry in if case .index(let body) = entry.event { entered = body } }
        let bytes = Array(try #require(FileManager.default.contents(atPath: house.directory + "/ledger.map")))
        let map = try PracticeMap(decoding: bytes)
        #expect(map.root.bytes == entered?.root)
        #expect(Int64(map.size) == entered?.size)
        #expect(map.count == 1)
    }

    /// The key database from a backup, the ledger of today: erasures count first, then the copies beside the rows give the keys back.
    @Test func keysOfAnOlderDatabaseAreTakenFromTheirCopies() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let importer = try await house.signIn(try await house.client(practice))
        let before = try await house.patients(3, importer, clinical: TestInstallation.start)
        try await house.broker.close()
        let database = house.directory + "/keys.sqlite"
        let backup = house.directory + "/backup"
        try FileManager.default.createDirectory(atPath: backup, withIntermediateDirectories: true)
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: database + suffix, toPath: backup + "/keys" + suffix)
        }
        try house.restart()
        let (after, copies) = try await depositKeepingCopies(
            5, try await house.signIn(try await house.client(practice)), house)
        for patient in [before[0], after[0]] {
            _ = await (try house.broker).admin(.erase(practice: practice, patient: patient))
        }
        try await house.broker.close()
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: database + suffix) }
        for suffix in ["", "-wal"] {
            try FileManager.default.moveItem(atPath: backup + "/keys" + suffix, toPath: database + suffix)
        }
        try house.restart()
        let token = try await house.signIn(try await house.member(practice))
        #expect(try await house.opened(before + after, token) == 2)
        #expect(try house.broker.patientsWithoutKey() == 4)
        #expect(try house.broker.restoreKeys(copies, in: practice) == 4)
        #expect(try house.broker.patientsWithoutKey() == 0)
        #expect(try await house.opened(before + after, token) == 6)
        #expect(try house.broker.restoreKeys(copies, in: practice) == 0)
        let swapped = WrappedPatientKey(patient: after[1], wrapped: copies[2].wrapped)
        #expect(throws: BrokerFailure.self) { try house.broker.restoreKeys([swapped], in: practice) }
    }

    /// Copies come in by the thousand, and meanwhile one of their patients is erased.
    @Test func keyOfAPatientThatIsErasedMeanwhileStaysAway() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let importer = try await house.signIn(try await house.client(practice))
        let (patients, copies) = try await depositKeepingCopies(2_000, importer, house)
        let broker = try house.broker
        let restoring = Task.detached { try broker.restoreKeys(copies, in: practice) }
        for patient in patients[..<20] { _ = await broker.admin(.erase(practice: practice, patient: patient)) }
        _ = try await restoring.value
        for patient in patients[..<20] { #expect(try broker.vault.patient(patient, in: practice) == nil) }
        #expect(try broker.vault.count(of: practice) == 1_980)
    }

    private func depositKeepingCopies(
        _ count: Int, _ token: SessionToken, _ house: TestInstallation
    ) async throws -> ([PatientID], [WrappedPatientKey]) {
        let patients = (0..<count).map { _ in PatientID.random() }
        let request = DepositRequest(
            token: token, patients: patients.map { NewPatient(patient: $0, clinical: TestInstallation.start) },
            parts: patients.map {
                NewPart(patient: $0, type: "Patient", id: $0.description, version: 1, tier: .identity)
            })
        let grant = try await house.broker.deposit(request)
        _ = try await house.broker.stored(
            StoredRequest(
                token: token, deposit: grant.deposit, digest: [UInt8](repeating: 1, count: 32), count: UInt32(count)))
        return (patients, zip(patients, grant.wrapped).map { WrappedPatientKey(patient: $0, wrapped: $1) })
    }
}
