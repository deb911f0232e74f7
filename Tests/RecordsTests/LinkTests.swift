import BrokerAPI
import FHIR
import JSONTree
import Testing
import Vocabulary

@testable import Broker
@testable import Records

@Suite("Links and merges") struct LinkTests {
    private static func linked(_ patient: JSONValue, to reference: String, _ kind: String = "seealso") -> JSONValue {
        guard var object = patient.object else { return patient }
        object["link"] = [["other": ["reference": .string(reference)], "type": .string(kind)]]
        return .object(object)
    }

    private static func unknown(_ index: Int = 0) -> RecordError {
        .invalid([RecordIssue("unknown-patient", "Patient.link[\(index)].other")])
    }

    @Test func aLinkLeadsToAPatientOfThePractice() async throws {
        let house = try House()
        let practice = try await house.practice()
        let session = try await house.session(practice)
        let other = try await session.newPatient()
        let foreign = try await house.session(try await house.practice()).newPatient()
        let patient = try Samples.patient()
        for kind in RelatedPatients.Kind.allCases {
            _ = try await session.create(Self.linked(patient, to: "Patient/\(other)", kind.rawValue))
        }
        for reference in [
            "Patient/\(foreign)", "Patient/\(PatientID.random())", "https://elsewhere.example/Patient/\(other)",
            "Patient/17", "RelatedPerson/\(other).77",
        ] {
            await #expect(throws: Self.unknown(), "\(reference)") {
                try await session.create(Self.linked(patient, to: reference))
            }
        }
        await #expect(throws: RecordError.invalid([RecordIssue("link-to-itself", "Patient.link[0].other")])) {
            try await session.update(
                "Patient", "\(other)", Self.linked(patient, to: "Patient/\(other)"), ifMatch: 1)
        }
        let many: JSONValue = .array(
            (0...RecordSession.maximumLinks).map { _ in
                ["other": ["reference": .string("Patient/\(other)")], "type": "seealso"]
            })
        var object = try #require(patient.object)
        object["link"] = many
        await #expect(throws: RecordError.invalid([RecordIssue("too-many-links", "Patient.link")])) {
            try await session.create(.object(object))
        }
    }

    /// A link that stood there stays known to a session that holds the keys of before.
    @Test func aKnownLinkIsNotAskedAboutAgainUnderANewEpoch() async throws {
        let house = try House()
        let practice = try await house.practice()
        let session = try await house.session(practice)
        let (gone, patient) = (try await session.newPatient(), try await session.newPatient())
        let linked = Self.linked(try Samples.patient(), to: "Patient/\(gone)")
        _ = try await session.update("Patient", "\(patient)", linked, ifMatch: 1)
        _ = try await session.read("Patient", "\(patient)")
        guard case .done = await house.broker.admin(.erase(practice: practice, patient: gone)) else {
            throw BrokerFailure(.invalid, "not erased")
        }
        let subject = try #require(try house.broker.vault.patient(patient, in: practice)).subject
        let reply = await house.broker.admin(.advanceEpochs(practice: practice, subjects: [subject], tiers: .all))
        guard case .advanced(4) = reply else { throw BrokerFailure(.invalid, "\(reply)") }
        for version in UInt32(2)...4 {
            _ = try await session.update("Patient", "\(patient)", linked, ifMatch: version)
        }
    }

    /// That the other patient is there is an answer about them.
    @Test func aLinkCostsAnOpeningOfTheOther() async throws {
        let house = try House()
        let practice = try await house.practice()
        let other = try await (try await house.session(practice)).newPatient()
        let account = try await house.member(practice)
        let session = try await house.session(account)
        _ = try await session.create(Self.linked(try Samples.patient(), to: "Patient/\(other)"))
        #expect(try house.opened(by: account.holder).count == 1)
    }

    /// An import asks nothing, and what it brought hinders nobody.
    @Test func aLinkThatStoodThereIsNotAskedAboutAgain() async throws {
        let house = try House()
        let practice = try await house.practice()
        let importer = try await house.session(try await house.client(practice))
        let elsewhere = Self.linked(try Samples.patient(), to: "https://elsewhere.example/Patient/1")
        let outcome = try await importer.importGroups([[ImportEntry(fullURL: "urn:uuid:1", resource: elsewhere)]])
        guard case .stored(let reference, _)? = outcome.first?.first else { throw RecordError.damaged }
        let id = String(reference.dropFirst(8))
        let account = try await house.member(practice)
        let session = try await house.session(account)
        let renamed = Self.linked(try Samples.patient("Legoff"), to: "https://elsewhere.example/Patient/1")
        #expect(try await session.update("Patient", id, renamed, ifMatch: 1).version == 2)
        #expect(try house.opened(by: account.holder).count == 1)
        await #expect(throws: Self.unknown()) {
            try await session.update(
                "Patient", id, Self.linked(renamed, to: "https://elsewhere.example/Patient/2"), ifMatch: 2)
        }
    }

    @Test func aMergeOpensBothAndCountsThem() async throws {
        let house = try House()
        let practice = try await house.practice()
        let session = try await house.session(practice)
        let (source, target) = (try await session.newPatient(), try await session.newPatient())
        let account = try await house.member(practice)
        let other = try await house.session(account)
        await #expect(throws: RecordError.notFound) {
            try await other.merge(PatientMerge(source: source, target: .random()))
        }
        #expect(try house.opened(by: account.holder).count == 1)
        _ = try await other.merge(PatientMerge(source: source, target: target))
        #expect(try house.opened(by: account.holder).count == 2)
    }

    @Test func patientsOfOneTransactionMayBeLinked() async throws {
        let house = try House()
        let session = try await house.session(try await house.practice())
        let (one, two) = (
            "urn:uuid:1c7d9c1c-0000-4000-8000-000000000001", "urn:uuid:1c7d9c1c-0000-4000-8000-000000000002"
        )
        let records = try await session.transaction([
            .create(fullURL: one, resource: Self.linked(try Samples.patient(), to: two, "replaces")),
            .create(fullURL: two, resource: Self.linked(try Samples.patient(), to: one, "replaced-by")),
        ])
        #expect(RelatedPatients.ids(.replaces, of: try #require(records[0].resource)) == [records[1].id])
    }

    @Test func aMergeIsOneDepositAndTwiceIsOnce() async throws {
        let house = try House()
        let session = try await house.session(try await house.practice())
        let (source, target) = (try await session.newPatient(), try await session.newPatient("Legoff"))
        let observation = try await session.create(try Samples.observation("Patient/\(source)"))
        var preview = PatientMerge(source: source, target: target)
        preview.isPreview = true
        let shown = try await session.merge(preview)
        #expect(RelatedPatients.ids(.replaces, of: shown.target) == ["\(source)"] && !shown.isWritten)
        #expect(try await session.read("Patient", "\(source)").version == 1)
        func deposits() throws -> Int {
            var count = 0
            try house.broker.forEachEntry { _, entry in if case .stored = entry.event { count += 1 } }
            return count
        }
        let before = try deposits()
        #expect(try await session.merge(PatientMerge(source: source, target: target)).isWritten)
        #expect(try deposits() == before + 1)
        let old = try await session.read("Patient", "\(source)")
        #expect(old.version == 2 && old.resource?["active"] == false)
        #expect(RelatedPatients.ids(.replacedBy, of: try #require(old.resource)) == ["\(target)"])
        let new = try await session.read("Patient", "\(target)")
        #expect(new.version == 2 && new.resource?["active"] == true)
        #expect(try await !session.merge(PatientMerge(source: source, target: target)).isWritten)
        #expect(try await session.read("Patient", "\(target)").version == 2)
        // Records stay where they are, and everything about the target names whom it replaced.
        #expect(try await session.read("Observation", observation.id).version == 1)
        let all = try await session.everything(patient: target)
        #expect(all.records.compactMap(\.resource).flatMap { RelatedPatients.ids(.replaces, of: $0) } == ["\(source)"])
        // An update of each undoes it.
        let undone = try await session.transaction([
            .update(type: "Patient", id: "\(source)", resource: try Samples.patient(), ifMatch: 2),
            .update(type: "Patient", id: "\(target)", resource: try Samples.patient("Legoff"), ifMatch: 2),
        ])
        #expect(undone.allSatisfy { $0.resource?["link"] == nil && $0.resource?["active"] == true })
        #expect(try await session.merge(PatientMerge(source: target, target: source)).isWritten)
    }

    @Test func whatCannotBeMerged() async throws {
        let house = try House()
        let practice = try await house.practice()
        let session = try await house.session(practice)
        let foreign = try await house.session(try await house.practice()).newPatient()
        let (a, b, c) = (
            try await session.newPatient(), try await session.newPatient(), try await session.newPatient()
        )
        for other in [foreign, PatientID.random()] {
            await #expect(throws: RecordError.notFound) {
                try await session.merge(PatientMerge(source: a, target: other))
            }
            await #expect(throws: RecordError.notFound) {
                try await session.merge(PatientMerge(source: other, target: a))
            }
        }
        func refused(_ source: PatientID, _ target: PatientID, _ code: String) async {
            await #expect(throws: RecordError.invalid([RecordIssue(code, "Parameters.parameter")]), "\(code)") {
                try await session.merge(PatientMerge(source: source, target: target))
            }
        }
        await refused(a, a, "same-patient")
        var late = PatientMerge(source: a, target: b)
        late.targetVersion = 7
        await #expect(throws: RecordError.preconditionFailed) { try await session.merge(late) }
        #expect(try await session.read("Patient", "\(a)").version == 1)
        _ = try await session.merge(PatientMerge(source: a, target: b))
        await refused(a, c, "source-already-replaced")
        await refused(c, a, "target-replaced")
        await refused(b, a, "target-replaced")
        // A chain: who replaced one may be replaced.
        #expect(try await session.merge(PatientMerge(source: b, target: c)).isWritten)
        // A booking client may not merge what it may not read.
        let reader = try await house.session(try await house.client(practice, depositOnly: true))
        await #expect(throws: (any Error).self) { try await reader.merge(PatientMerge(source: a, target: b)) }
    }

    @Test func whatTheTargetIsToBe() async throws {
        let house = try House()
        let session = try await house.session(try await house.practice())
        let (source, target) = (try await session.newPatient(), try await session.newPatient("Legoff"))
        var merge = PatientMerge(source: source, target: target)
        merge.result = try Samples.patient("Le Goff-Noël")
        let result = try await session.merge(merge)
        #expect(result.target["name"]?.array?.first?["family"]?.string == "Le Goff-Noël")
        #expect(RelatedPatients.ids(.replaces, of: result.target) == ["\(source)"])
        merge.result = Self.linked(try Samples.patient(), to: "Patient/\(source)", "replaced-by")
        await #expect(throws: RecordError.invalid([RecordIssue("target-replaced", "Parameters.parameter")])) {
            try await session.merge(merge)
        }
    }
}
