import BrokerAPI
import Store
import Testing
import Vocabulary

@testable import Records

@Suite("A write that is cut off")
struct CrashTests {
    /// Whatever step fails, before or after it was carried out: afterwards the old version or the new, whole.
    @Test(arguments: Faults.Step.allCases, [false, true])
    func leavesOldOrNew(step: Faults.Step, carriedOut: Bool) async throws {
        let house = try House()
        let practice = try await house.practice()
        let account = try await house.member(practice)
        let session = try await house.session(account)
        let patient = try await session.newPatient()
        let made = try await session.create(try Samples.observation("Patient/\(patient)", value: "1"))
        house.faults.fail(step, carriedOut: carriedOut)
        await #expect(throws: RecordError.unavailable) {
            try await session.update(
                "Observation", made.id, try Samples.observation("Patient/\(patient)", value: "2"), ifMatch: 1)
        }
        house.faults.fail(nil)
        let restarted = try house.restarted()
        try await restarted.recover()
        let after = try await restarted.session(try await house.signIn(account))
        let read = try await after.read("Observation", made.id)
        let isStored = step == .publish || step == .stored && carriedOut
        #expect(read.version == (isStored ? 2 : 1))
        #expect(read.resource?["valueQuantity"]?["value"]?.number?.text == (isStored ? "2" : "1"))
        #expect(try await house.store.pending(in: practice).isEmpty)
        // The place is free again: the next update goes through.
        let next = try Samples.observation("Patient/\(patient)", value: "3")
        let updated = try await after.update("Observation", made.id, next, ifMatch: read.version)
        #expect(updated.version == read.version + 1)
        try await expectEntryForEveryVersion(house, practice)
    }

    @Test func unfinishedDepositsAreSettledWithoutRestart() async throws {
        let house = try House()
        let practice = try await house.practice()
        let session = try await house.session(practice)
        house.faults.fail(.publish)
        await #expect(throws: RecordError.unavailable) { try await session.create(try Samples.patient("Kerbrat")) }
        house.faults.fail(.stored)
        await #expect(throws: RecordError.unavailable) { try await session.create(try Samples.patient("Kermadec")) }
        house.faults.fail(nil)
        await house.service.tend()
        #expect(try await house.store.statistics(of: practice).resources == 1)
        #expect(try await house.store.pending(in: practice).count == 1)
        house.clock.advance(seconds: 61)
        await house.service.tend()
        #expect(try await house.store.statistics(of: practice).resources == 1)
        #expect(try await house.store.pending(in: practice).isEmpty)
    }

    /// No part is visible without its entry in the ledger.
    private func expectEntryForEveryVersion(_ house: House, _ practice: PracticeID) async throws {
        try await house.store.forEachVersion(in: practice) { version in
            let request = DepositStatesRequest(practice: practice, deposits: [version.deposit])
            let states = try await house.broker.depositStates(request)
            #expect(states.stored == [true])
        }
    }

    @Test func transactionIsAllOrNothing() async throws {
        let house = try House()
        let practice = try await house.practice()
        let session = try await house.session(practice)
        let patient: BundleAction = .create(fullURL: "urn:uuid:a", resource: try Samples.patient("Quéméneur"))
        let good: BundleAction = .create(fullURL: nil, resource: try Samples.observation("urn:uuid:a"))
        let bad: BundleAction = .create(fullURL: nil, resource: try Samples.observation("urn:uuid:b"))
        await #expect(throws: RecordError.self) { try await session.transaction([patient, good, bad]) }
        #expect(try await house.store.statistics(of: practice).versions == 0)
        let records = try await session.transaction([good, patient, good])
        #expect(records.map(\.type) == ["Observation", "Patient", "Observation"])
        #expect(records[0].resource?["subject"]?["reference"]?.string == "Patient/\(records[1].id)")
        #expect(records[0].id.hasPrefix(records[1].id + "."))
        #expect(try await house.store.statistics(of: practice).versions == 3)
        let results = await session.batch([.read(type: "Patient", id: records[1].id), bad])
        #expect((try? results[0].get())?.id == records[1].id)
        #expect((try? results[1].get()) == nil)
    }
}
