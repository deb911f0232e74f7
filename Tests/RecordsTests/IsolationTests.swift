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
