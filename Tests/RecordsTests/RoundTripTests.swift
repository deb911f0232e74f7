import BrokerAPI
import JSONTree
import Testing
import Vocabulary

@testable import Records

@Suite("In equals out")
struct RoundTripTests {
    @Test func createReadUpdateDelete() async throws {
        let house = try House()
        let session = try await house.session(try await house.practice())
        let patient = try await session.newPatient()
        let sent = try Samples.observation("Patient/\(patient)", value: "1.00")
        let made = try await session.create(sent)
        #expect(made.id == "\(patient).1")
        #expect(made.version == 1)
        let read = try await session.read("Observation", made.id)
        #expect(Samples.bare(read) == sent)
        #expect(read.resource?["meta"]?["versionId"]?.string == "1")
        #expect(read.resource?["valueQuantity"]?["value"]?.number?.text == "1.00")
        #expect(read.hidden == [])

        let changed = try Samples.observation("Patient/\(patient)", value: "1.10e0")
        let updated = try await session.update("Observation", made.id, changed, ifMatch: 1)
        #expect(updated.version == 2)
        #expect(Samples.bare(try await session.read("Observation", made.id)) == changed)
        #expect(Samples.bare(try await session.read("Observation", made.id, version: 1)) == sent)

        let deleted = try await session.delete("Observation", made.id, ifMatch: 2)
        #expect(deleted.deleted && deleted.version == 3)
        await #expect(throws: RecordError.gone) { try await session.read("Observation", made.id) }
        let history = try await session.history("Observation", made.id)
        #expect(history.records.map(\.version) == [3, 2, 1])
        #expect(history.records.map(\.deleted) == [true, false, false])
    }

    @Test func optimisticLocking() async throws {
        let house = try House()
        let session = try await house.session(try await house.practice())
        let patient = try await session.newPatient()
        let made = try await session.create(try Samples.observation("Patient/\(patient)"))
        let next = try Samples.observation("Patient/\(patient)", value: "2")
        await #expect(throws: RecordError.preconditionRequired) {
            try await session.update("Observation", made.id, next, ifMatch: nil)
        }
        await #expect(throws: RecordError.preconditionFailed) {
            try await session.update("Observation", made.id, next, ifMatch: 2)
        }
        await #expect(throws: RecordError.notFound) {
            try await session.update("Observation", "\(patient).77", next, ifMatch: 1)
        }
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { (try? await session.update("Observation", made.id, next, ifMatch: 1)) != nil }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(outcomes == 1)
        #expect(try await session.read("Observation", made.id).version == 2)
    }

    @Test func everyResourceHasExactlyOnePatient() async throws {
        let house = try House()
        let session = try await house.session(try await house.practice())
        let patient = try await session.newPatient()
        let cases: [(String, String)] = [
            (#"{"resourceType":"Observation","status":"final","code":{"text":"x"}}"#, "no-patient"),
            (
                #"{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/\#(PatientID.random())"}}"#,
                "unknown-patient"
            ),
            (
                #"{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/17"}}"#,
                "unknown-patient"
            ),
            (
                #"{"resourceType":"Observation","status":"final","invented":1,"subject":{"reference":"Patient/\#(patient)"}}"#,
                "unknownElement"
            ),
        ]
        for (text, code) in cases {
            do {
                _ = try await session.create(try Samples.parse(text))
                Issue.record("stored: \(code)")
            } catch let error as RecordError {
                guard case .invalid(let issues) = error else {
                    Issue.record("\(error.word) for \(code)")
                    continue
                }
                #expect(issues.contains { $0.code == code }, "\(code)")
            }
        }
        let place = try Samples.parse(#"{"resourceType":"Location","name":"Cabinet"}"#)
        let made = try await session.create(place)
        #expect(Samples.bare(try await session.read("Location", made.id)) == place)
        let moved = try Samples.observation("Patient/\(try await session.newPatient())")
        let own = try await session.create(try Samples.observation("Patient/\(patient)"))
        await #expect(throws: RecordError.invalid([RecordIssue("patient-changed")])) {
            try await session.update("Observation", own.id, moved, ifMatch: 1)
        }
        await #expect(throws: RecordError.conflict) { try await session.delete("Patient", "\(patient)") }
    }
}
