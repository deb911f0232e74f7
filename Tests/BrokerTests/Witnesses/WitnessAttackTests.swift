import BrokerAPI
import Foundation
import Ledger
import Testing
import Vocabulary

@testable import Broker

/// Who owns the network between broker and witness, a copy of the broker's directory, or a witness whose clock is wrong.
@Suite("Attacks on witnessed time")
struct WitnessAttackTests {
    private let house: TestInstallation
    private let account: Account
    private let patients: [PatientID]

    init() async throws {
        house = try TestInstallation(simulated: false)
        let practice = try await house.practice(size: 2)
        let importer = try await house.signIn(try await house.client(practice))
        patients = try await house.patients(100, importer, clinical: TestInstallation.start)
        account = try await house.member(practice)
    }

    private func restart(_ witness: TestWitness) async throws -> Broker.Witnessed {
        try house.restart(isWitnessed: true)
        return try await consult(witness)
    }

    private func consult(_ witness: TestWitness) async throws -> Broker.Witnessed {
        try await house.broker.consult(Witnesses([try witness.client()]))
    }

    private func open(_ first: Int, _ count: Int) async throws -> Int {
        let token = try await house.signIn(account)
        return try await house.opened(Array(patients[first..<first + count]), token)
    }

    @Test func aCosignatureShownAgainConfirmsNoRollback() async throws {
        let witness = try TestWitness(of: house)
        #expect(try await restart(witness) == .confirmed)
        try await house.broker.close()
        let old = house.directory + "-old"
        try FileManager.default.copyItem(atPath: house.directory, toPath: old)
        defer { try? FileManager.default.removeItem(atPath: old) }
        #expect(try await restart(witness) == .confirmed)
        #expect(try await open(0, 20) == 20)
        #expect(try await consult(witness) == .confirmed)
        try await house.broker.close()
        for _ in 0..<2 {
            try FileManager.default.removeItem(atPath: house.directory)
            try FileManager.default.copyItem(atPath: old, toPath: house.directory)
            try house.restart(isWitnessed: true)
            let deceived = Witnesses([try witness.deceivedClient()])
            for _ in 0..<3 { #expect(try await house.broker.consult(deceived) == .unanswered) }
            #expect(try await open(20, 20) == 0, "nobody fresh stands behind the older ledger")
            guard case .refused = try await consult(witness) else { throw BrokerFailure(.invalid, "not refused") }
            try await house.broker.close()
        }
    }

    @Test func anAssertionOfTheTimeBeforeTheWitnessAnsweredIsNotShownTwice() async throws {
        let witness = try TestWitness(of: house)
        witness.isAway.withLock { $0 = true }
        house.clock.advance(seconds: 14 * 3_600)
        witness.clock.advance(seconds: 14 * 3_600)
        #expect(try await restart(witness) == .unanswered)
        let assertion = try house.assertion(account)
        _ = try await house.broker.signIn(assertion)
        witness.isAway.withLock { $0 = false }
        #expect(try await consult(witness) == .confirmed)
        _ = try await house.signIn(account)
        await #expect(throws: BrokerFailure.self) { try await house.broker.signIn(assertion) }
        #expect(try await restart(witness) == .confirmed)
        await #expect(throws: BrokerFailure.self, "its five minutes are not over") {
            try await house.broker.signIn(assertion)
        }
    }

    @Test func aWitnessYearsAheadIsNotBelievedUnasked() async throws {
        let witness = try TestWitness(of: house)
        witness.clock.advance(seconds: 400 * 86_400)
        #expect(try await restart(witness) == .unanswered)
        #expect(try house.broker.look { _, now in now } < TestInstallation.start.adding(days: 1))
        witness.clock.advance(seconds: -400 * 86_400)
        #expect(try await consult(witness) == .confirmed)
        #expect(try await open(0, 20) == 20)
    }

    @Test(arguments: ["témoin.example/\"1\"", "simulated"])
    func anyNameOfAWitnessWillDo(_ name: String) async throws {
        let witness = try TestWitness(of: house, name: name)
        #expect(try await restart(witness) == .confirmed)
        try await house.goLive()
        try house.restart()
        #expect(try await open(0, 20) == 0, "it is remembered that there was one")
    }
}
