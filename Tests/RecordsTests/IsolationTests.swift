import BrokerAPI
import FHIR
import Testing
import Vocabulary

@testable import Records

@Suite("One practice cannot see another")
struct IsolationTests {
    @Test func sameErrorForForeignUnknownAndErased() async throws {
        let house = try House()
        let (ours, theirs) = (try await house.practice(), try await house.practice())
        let (mine, other) = (try await house.session(ours), try await house.session(theirs))
        let patient = try await other.newPatient()
        let observation = try await other.create(try Samples.observation("Patient/\(patient)"))
        let place = try await other.create(try Samples.parse(#"{"resourceType":"Location","name":"Cabinet"}"#))
        let erased = try await mine.newPatient()
        _ = await house.broker.admin(.erase(practice: ours, patient: erased))
        for (type, id) in [
            ("Patient", "\(patient)"), ("Observation", observation.id), ("Location", place.id),
            ("Patient", "\(erased)"),
            ("Patient", "\(PatientID.random())"), ("Observation", "\(PatientID.random()).3"), ("Patient", "x"),
        ] {
            await #expect(throws: RecordError.notFound, "\(type)") { try await mine.read(type, id) }
            await #expect(throws: RecordError.notFound, "\(type)") { try await mine.delete(type, id) }
        }
        for patient in [patient, erased, .random()] {
            await #expect(throws: RecordError.notFound) { try await mine.everything(patient: patient) }
            await #expect(throws: RecordError.invalid([RecordIssue("unknown-patient")])) {
                try await mine.create(try Samples.observation("Patient/\(patient)"))
            }
        }
        #expect(try await mine.search(try SearchQuery(parse: [("family", "Le Goff")])).records.isEmpty)
    }

    /// The same error in the same time: whatever is asked of an id, broker and store are asked exactly the same.
    @Test func aForeignIdCostsTheSameCallsAsAnUnknownOne() async throws {
        let house = try House()
        let (ours, theirs) = (try await house.practice(), try await house.practice())
        let (mine, other) = (try await house.session(ours), try await house.session(theirs))
        _ = try await mine.newPatient()
        let foreign = try await other.newPatient()
        let observation = try await other.create(try Samples.observation("Patient/\(foreign)"))
        #expect(observation.id == "\(foreign).1")
        let operations: [(String, @Sendable (PatientID) async throws -> Void)] = [
            ("read", { _ = try await mine.read("Patient", "\($0)") }),
            ("read of its observation", { _ = try await mine.read("Observation", "\($0).1") }),
            ("version", { _ = try await mine.read("Observation", "\($0).1", version: 1) }),
            ("history", { _ = try await mine.history("Observation", "\($0).1") }),
            ("list", { _ = try await mine.list(patient: $0, types: ["Observation"]) }),
            ("everything", { _ = try await mine.everything(patient: $0) }),
            (
                "update",
                {
                    _ = try await mine.update(
                        "Observation", "\($0).1", try Samples.observation("Patient/\($0)"), ifMatch: 1)
                }
            ),
            ("delete", { _ = try await mine.delete("Observation", "\($0).1") }),
            ("create", { _ = try await mine.create(try Samples.observation("Patient/\($0)")) }),
        ]
        for (name, operation) in operations {
            let known = try await house.faults.counting {
                await #expect(throws: RecordError.self) { try await operation(foreign) }
            }
            let unknown = try await house.faults.counting {
                await #expect(throws: RecordError.self) { try await operation(.random()) }
            }
            #expect(known == unknown && !known.isEmpty, "\(name)")
        }
    }

    @Test func pagingTokensAreOfOneSessionAndQuery() async throws {
        let house = try House()
        let practice = try await house.practice()
        let account = try await house.member(practice)
        let (mine, again) = (try await house.session(account), try await house.session(account))
        let stranger = try await house.session(try await house.practice())
        let patient = try await mine.newPatient()
        for _ in 0..<5 { _ = try await mine.create(try Samples.observation("Patient/\(patient)")) }
        let first = try await mine.list(patient: patient, types: ["Observation"], count: 2)
        #expect(first.records.count == 2)
        let next = try #require(first.next)
        let second = try await mine.list(patient: patient, types: ["Observation"], count: 2, page: next)
        #expect(second.records.map(\.id) == ["\(patient).3", "\(patient).4"])
        for session in [again, stranger] {
            await #expect(throws: RecordError.page) {
                try await session.list(patient: patient, types: ["Observation"], count: 2, page: next)
            }
        }
        await #expect(throws: RecordError.page) { try await mine.list(patient: patient, count: 2, page: next) }
        await #expect(throws: RecordError.page) {
            try await mine.list(patient: .random(), types: ["Observation"], count: 2, page: next)
        }
        house.clock.advance(seconds: 3_601)
        await #expect(throws: RecordError.page) {
            try await mine.list(patient: patient, types: ["Observation"], count: 2, page: next)
        }
    }
}
