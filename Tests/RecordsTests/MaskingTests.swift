import FHIR
import JSONTree
import Testing
import Vocabulary

@testable import Records

@Suite("What a role may not see")
struct MaskingTests {
    @Test func secretarySeesIdentityAndContactOnly() async throws {
        let house = try House()
        let practice = try await house.practice()
        let physician = try await house.session(practice)
        let secretary = try await house.session(practice, .secretary)
        let patient = try await physician.newPatient()
        let read = try await secretary.read("Patient", "\(patient)")
        #expect(read.resource?["address"] != nil)
        #expect(read.resource?["text"] == nil)
        #expect(read.hidden == .restricted)
        #expect(read.withheld.isEmpty)
        #expect(read.resource?["meta"]?["security"]?.array?.contains { $0["code"]?.string == "REDACTED" } ?? false)
        let observation = try await physician.create(try Samples.observation("Patient/\(patient)"))
        await #expect(throws: RecordError.forbidden) { try await secretary.read("Observation", observation.id) }
        let page = try await secretary.everything(patient: patient)
        #expect(page.records.map(\.type) == ["Patient"])
        #expect(page.omitted == 1)
        await #expect(throws: RecordError.forbidden) {
            try await secretary.create(try Samples.observation("Patient/\(patient)"))
        }
    }

    @Test func secretarysUpdateKeepsWhatIsHidden() async throws {
        let house = try House()
        let practice = try await house.practice()
        let physician = try await house.session(practice)
        let secretary = try await house.session(practice, .secretary)
        let patient = try await physician.newPatient()
        guard case .object(var seen)? = try await secretary.read("Patient", "\(patient)").resource else { return }
        seen["birthDate"] = "1961-02-04"
        let updated = try await secretary.update("Patient", "\(patient)", .object(seen), ifMatch: 1)
        #expect(updated.version == 2)
        let whole = try await physician.read("Patient", "\(patient)")
        #expect(whole.resource?["birthDate"]?.string == "1961-02-04")
        #expect(whole.resource?["text"]?["div"]?.string?.contains("Anne") ?? false)
        let found = try await physician.search(try SearchQuery(parse: [("birthdate", "1961-02-04")]))
        #expect(found.records.map(\.id) == ["\(patient)"])
        let before = try await physician.search(try SearchQuery(parse: [("birthdate", "1961-02-03")]))
        #expect(before.records.isEmpty)
    }

    @Test func hiddenElementMayNotBeMovedOrWritten() async throws {
        let house = try House()
        let practice = try await house.practice()
        let physician = try await house.session(practice)
        let nurse = try await house.session(practice, .nurse)
        let patient = try await physician.newPatient()
        let made = try await physician.create(try Samples.observation("Patient/\(patient)"))
        guard case .object(var seen)? = try await nurse.read("Observation", made.id).resource else { return }
        #expect(seen["note"] == nil)
        seen["note"] = [["text": "mine"]]
        let error = await #expect(throws: RecordError.self) {
            try await nurse.update("Observation", made.id, .object(seen), ifMatch: 1)
        }
        #expect(error?.word == "invalid")
        await #expect(throws: RecordError.invalid([RecordIssue("hidden-element-dropped")])) {
            try await nurse.delete("Observation", made.id)
        }
        #expect(try await physician.read("Observation", made.id).version == 1)
    }
}
