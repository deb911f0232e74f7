import BrokerAPI
import FHIR
import Testing
import Vocabulary

@testable import Records

@Suite("A transaction is whole or nothing")
struct TransactionTests {
    private static func session() async throws -> (House, RecordSession) {
        let house = try House()
        return (house, try await house.session(try await house.practice()))
    }

    @Test func aReadThatFailsLeavesNothing() async throws {
        let (house, session) = try await TransactionTests.session()
        let patient = try await session.newPatient()
        let made = try await session.create(try Samples.observation("Patient/\(patient)"))
        let create: BundleAction = .create(fullURL: nil, resource: try Samples.observation("Patient/\(patient)"))
        let reads: [(BundleAction, RecordError)] = [
            (.read(type: "Observation", id: "\(patient).9"), .notFound),
            (.read(type: "Patient", id: "\(PatientID.random())"), .notFound),
        ]
        for (read, error) in reads {
            let size = house.size
            await #expect(throws: error) { try await session.transaction([create, read]) }
            #expect(house.size - size <= 1, "no more than an opening is entered")
            #expect(try await session.list(patient: patient, types: ["Observation"]).records.count == 1)
        }
        // What the transaction itself deletes is gone.
        let gone: [BundleAction] = [
            create, .delete(type: "Observation", id: made.id, ifMatch: nil), .read(type: "Observation", id: made.id),
        ]
        await #expect(throws: RecordError.gone) { try await session.transaction(gone) }
        #expect(try await session.read("Observation", made.id).version == 1)
    }

    @Test func aReadShowsWhatIsWritten() async throws {
        let (house, session) = try await TransactionTests.session()
        defer { withExtendedLifetime(house) {} }
        let patient = try await session.newPatient()
        let made = try await session.create(try Samples.observation("Patient/\(patient)"))
        let update = try Samples.observation("Patient/\(patient)", value: "2.00")
        let records = try await session.transaction([
            .read(type: "Observation", id: made.id), .read(type: "Patient", id: "\(patient)"),
            .update(type: "Observation", id: made.id, resource: update, ifMatch: 1),
        ])
        #expect(records.map(\.version) == [2, 1, 2])
        #expect(records.first?.resource == records.last?.resource)
        #expect(try await session.read("Observation", made.id).resource == records.first?.resource)
    }

    /// Another entry that calls itself as a stored reference does changes nothing of what is patched.
    @Test func whatIsPatchedKeepsItsReferences() async throws {
        let (house, session) = try await TransactionTests.session()
        defer { withExtendedLifetime(house) {} }
        let patient = try await session.newPatient()
        let made = try await session.create(try Samples.observation("Patient/\(patient)"))
        let performer = try Samples.parse(
            """
            {"resourceType":"Observation","status":"final","code":{"text":"pulse"},
            "subject":{"reference":"Patient/\(patient)"},"performer":[{"reference":"Practitioner/x"}]}
            """)
        let practitioner = try Samples.parse(#"{"resourceType":"Practitioner","id":"x","active":true}"#)
        let records = try await session.transaction([
            .create(fullURL: nil, resource: practitioner),
            .update(type: "Observation", id: made.id, resource: performer, ifMatch: 1, isPatched: true),
        ])
        #expect(records.last?.resource?["performer"]?.array?.first?["reference"]?.string == "Practitioner/x")
    }

    @Test func namesFromBeforeStandForOursOrForAnEntry() async throws {
        let (house, session) = try await TransactionTests.session()
        defer { withExtendedLifetime(house) {} }
        let patient = try await session.newPatient()
        let known = ["Patient?identifier=x": "Patient/\(patient)", "Patient?identifier=y": "urn:uuid:y"]
        let records = try await session.transaction(
            [
                .create(fullURL: nil, resource: try Samples.observation("Patient?identifier=x")),
                .create(fullURL: nil, resource: try Samples.observation("Patient?identifier=y")),
                .create(fullURL: "urn:uuid:y", resource: try Samples.patient("Quéméneur")),
            ], known: known)
        #expect(records[0].id.hasPrefix("\(patient)."))
        #expect(records[1].id.hasPrefix("\(records[2].id)."))
        #expect(records[1].resource?["subject"]?["reference"]?.string == "Patient/\(records[2].id)")
    }

    @Test func nothingIsWrittenAboutAPatientWhoLeaves() async throws {
        let (house, session) = try await TransactionTests.session()
        defer { withExtendedLifetime(house) {} }
        let patient = try await session.newPatient()
        let create: BundleAction = .create(fullURL: nil, resource: try Samples.observation("Patient/\(patient)"))
        let delete: BundleAction = .delete(type: "Patient", id: "\(patient)", ifMatch: nil)
        await #expect(throws: RecordError.conflict) { try await session.transaction([create, delete]) }
        #expect(try await session.read("Patient", "\(patient)").version == 1)
    }

    @Test func conditionsAreTakenAllOrNone() async throws {
        let claims = ConditionClaims()
        #expect(claims.take([["a"], ["b"]]))
        #expect(!claims.take([["c"], ["b"]]))
        #expect(claims.take([["c"]]))
        claims.leave([["a"], ["b"]])
        #expect(claims.take([["b"]]))
    }
}
