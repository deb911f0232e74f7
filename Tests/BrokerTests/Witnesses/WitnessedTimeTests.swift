import BrokerAPI
import Foundation
import Ledger
import Testing
import Vocabulary

@testable import Broker

@Suite("A witness stands behind ledger and time")
struct WitnessedTimeTests {
    private let house: TestInstallation
    private let witness: TestWitness
    private let account: Account
    private let patients: [PatientID]

    init() async throws {
        house = try TestInstallation(simulated: false)
        witness = try TestWitness(of: house)
        let practice = try await house.practice(size: 2)
        let importer = try await house.signIn(try await house.client(practice))
        patients = try await house.patients(220, importer, clinical: TestInstallation.start)
        account = try await house.member(practice)
    }

    /// Starts anew and asks the witness; what it said.
    private func restart(asking: Bool = true) async throws -> Broker.Witnessed {
        try house.restart(isWitnessed: true)
        return asking ? try await consult() : .unanswered
    }

    private func consult() async throws -> Broker.Witnessed {
        try await house.broker.consult(Witnesses([try witness.client()]))
    }

    /// Opens `count` patients from `first` on in a new session; how many were opened.
    private func open(_ first: Int, _ count: Int) async throws -> Int {
        let token = try await house.signIn(account)
        return try await house.opened(Array(patients[first..<first + count]), token)
    }

    @Test func clockForwardOpensNothingMore() async throws {
        #expect(try await restart() == .confirmed)
        #expect(try await open(0, 150) == 150)
        for days: Int64 in [1, 40, 400] {
            house.clock.advance(seconds: days * 86_400)
            #expect(try await restart() == .confirmed)
            #expect(try await open(150, 5) == 0, "the hour's 150 are used, whatever the system's clock says")
        }
        witness.clock.advance(seconds: 3_700)
        #expect(try await restart() == .confirmed)
        #expect(try await open(150, 20) == 20, "the witness says that an hour is over")
    }

    @Test func clockBackOpensNothingMore() async throws {
        #expect(try await restart() == .confirmed)
        #expect(try await open(0, 150) == 150)
        house.clock.advance(seconds: -400 * 86_400)
        witness.clock.advance(seconds: -400 * 86_400)
        #expect(try await restart() == .confirmed)
        #expect(try await open(150, 20) == 0)
    }

    @Test func withoutWitnessEachRestartWithTheClockForwardOpensOneMonthMore() async throws {
        #expect(try await open(0, 150) == 150)
        house.clock.advance(seconds: 30 * 86_400)
        try house.restart()
        #expect(try await open(150, 20) == 20, "the weaker bound, which `doctor bounds` prints")
    }

    @Test func wildClockIsNotBelievedUnasked() async throws {
        house.clock.advance(seconds: 32 * 86_400)
        #expect(throws: BrokerFailure.self) { try house.restart() }
        house.clock.advance(seconds: -2 * 86_400)
        try house.restart()
    }

    @Test func untilTheWitnessAnswersTheCareFloorIsOpen() async throws {
        #expect(try await restart() == .confirmed)
        #expect(try await open(0, 30) == 30)
        witness.isAway.withLock { $0 = true }
        house.clock.advance(seconds: 14 * 3_600)
        #expect(try await restart() == .unanswered)
        #expect(try await open(0, 30) == 30, "its own patients of the last 30 days")
        #expect(try await open(30, 30) == 0)
        let token = try await house.signIn(account)
        let emergency = EmergencyRequest(
            token: token, assertion: try house.assertion(account), patient: patients[40], reason: "life")
        _ = try await house.broker.emergency(emergency)
        #expect(try await house.opened([patients[40]], token) == 1)
        let request = ReleaseRequest(token: token, patients: [patients[50]], tiers: .identity, purpose: .read)
        #expect(try await house.broker.release(request).answers.first?.reason == .unconfirmed)
        witness.isAway.withLock { $0 = false }
        #expect(try await consult() == .confirmed)
        #expect(try await house.opened([patients[50]], token) == 1)
    }

    @Test func assertionsOfToday() async throws {
        #expect(try await restart() == .confirmed)
        witness.isAway.withLock { $0 = true }
        house.clock.advance(seconds: 14 * 3_600)
        #expect(try await restart() == .unanswered)
        let text = try account.key.assertion(
            subject: try #require(account.member), audience: TestInstallation.audience, now: house.clock.now())
        _ = try await house.broker.signIn(SignIn(assertion: text, audience: TestInstallation.audience))
    }

    @Test func rolledBackLedgerIsRefusedAtTheStart() async throws {
        #expect(try await restart() == .confirmed)
        try await house.broker.close()
        let old = house.directory + "-old"
        try FileManager.default.copyItem(atPath: house.directory, toPath: old)
        defer { try? FileManager.default.removeItem(atPath: old) }
        try house.restart(isWitnessed: true)
        #expect(try await consult() == .confirmed)
        #expect(try await open(0, 20) == 20)
        #expect(try await consult() == .confirmed)
        let size = try witness.size(house)
        try await house.broker.close()
        // The whole directory of the broker, key database and its snapshot included: only the witness remembers.
        try FileManager.default.removeItem(atPath: house.directory)
        try FileManager.default.copyItem(atPath: old, toPath: house.directory)
        let said = try await restart()
        guard case .refused(let reason) = said else { throw BrokerFailure(.invalid, "\(said)") }
        #expect(reason == "witness.example/1: witness-ahead at \(size)")
        #expect(try await open(20, 20) == 0)
    }

    @Test func forkedLedgerIsRefusedAndAContradictionWhileRunningLeavesTheFloor() async throws {
        #expect(try await restart() == .confirmed)
        try await house.broker.close()
        let other = house.directory + "-other"
        try FileManager.default.copyItem(atPath: house.directory, toPath: other)
        defer { try? FileManager.default.removeItem(atPath: other) }
        var configuration = house.configuration
        configuration.directory = other
        configuration.isWitnessed = true
        let clone = try Broker.open(configuration, root: house.root)
        try house.restart(isWitnessed: true)
        #expect(try await consult() == .confirmed)
        #expect(try await open(0, 20) == 20)
        #expect(try await consult() == .confirmed)
        for _ in 0..<40 { _ = await clone.admin(.index) }
        let said = try await clone.consult(Witnesses([try witness.client()]))
        guard case .refused(let reason) = said else { throw BrokerFailure(.invalid, "\(said)") }
        #expect(reason.hasPrefix("witness.example/1: forked"))
        clone.ledger.close()
    }

    @Test func cosignedCheckpointIsKeptForVerifiers() async throws {
        #expect(try await restart() == .confirmed)
        let file = house.directory + "/ledger.cosigned"
        let bytes = Array(try #require(FileManager.default.contents(atPath: file)))
        let verifier = try NoteVerifier(vkey: try house.broker.verificationKey)
        let checkpoint = try SignedCheckpoint(bytes, verifier: verifier)
        let size = try witness.size(house)
        #expect(checkpoint.size == size)
        #expect(checkpoint.note.isSigned(by: try witness.verifier))
    }

    @Test func aLiveInstallationThatHadAWitnessDoesNotLoseItSilently() async throws {
        #expect(try await restart() == .confirmed)
        #expect(try await open(0, 20) == 20)
        try house.restart()
        #expect(try await open(20, 20) == 20, "before live one person may take it away")
        try await house.goLive()
        try house.restart()
        #expect(try await open(40, 20) == 0)
        #expect(try await open(0, 20) == 20)
    }

    @Test func earliestOfSeveralCounts() async throws {
        let late = try TestWitness(of: house, name: "witness.example/late")
        late.clock.advance(seconds: 300 * 86_400)
        #expect(try await restart(asking: true) == .confirmed)
        try house.restart(isWitnessed: true)
        let both = Witnesses([try late.client(), try witness.client()])
        #expect(try await house.broker.consult(both) == .confirmed)
        let now = try house.broker.look { _, now in now }
        #expect(now < TestInstallation.start.adding(days: 1))
    }
}

extension Account {
    fileprivate var member: MemberID? { if case .member(let id) = holder { id } else { nil } }
}
