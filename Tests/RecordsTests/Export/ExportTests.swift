import BrokerAPI
import Foundation
import JSONTree
import SealedParts
import Store
import Testing
import Vocabulary

@testable import Broker
@testable import Records

@Suite("A sealed export, from the store to the recipient's machine")
struct ExportTests {
    @Test func everyResourceIsWhatWasStored() async throws {
        let export = try await ExportHouse()
        let (session, house) = (export.session, export.house)
        var expected: [String: [Record]] = [:]
        var patients: [PatientID] = []
        for family in ["Le Goff", "Kérouédan", "N'Guyen"] { patients.append(try await session.newPatient(family)) }
        for patient in patients {
            expected["Patient", default: []].append(try await session.read("Patient", "\(patient)"))
            for value in ["1.00", "2.50e-1"] {
                let made = try await session.create(try Samples.observation("Patient/\(patient)", value: value))
                expected["Observation", default: []].append(try await session.read("Observation", made.id))
            }
        }
        // A new epoch, then an update: parts of two epochs, and of two versions.
        let subject = try #require(try house.broker.vault.patient(patients[0], in: export.practice)).subject
        for tier in [Tier.identity, .medical] {
            let epoch = EpochEntry(subject: subject, tier: tier, epoch: 2)
            try await house.broker.enter { try $0.enter(.epoch(epoch), in: export.practice) }
        }
        let changed = try Samples.observation("Patient/\(patients[0])", value: "9")
        _ = try await session.update("Observation", "\(patients[0]).1", changed, ifMatch: 1)
        let observations = try #require(expected["Observation"])
        expected["Observation"]?[0] = try await session.read("Observation", observations[0].id)
        #expect(expected["Observation"]?[0].version == 2)
        // What was deleted is not there.
        let gone = try await session.create(try Samples.observation("Patient/\(patients[1])"))
        _ = try await session.delete("Observation", gone.id, ifMatch: 1)
        // The practice's own.
        let place = try Samples.parse(#"{"resourceType":"Location","name":"Cabinet de l'Odet"}"#)
        expected["Location"] = [try await session.read("Location", try await session.create(place).id)]
        // Documents: one shorter than a chunk, one of several.
        var contents: [String: [UInt8]] = [:]
        for count in [100, 200_000] {
            let (record, content) = try await export.document(patients[2], count)
            contents[record.id] = content
            expected["Binary", default: []].append(try await session.read("Binary", record.id))
        }
        let made = try await export.make()
        #expect(made.patients == 3 && made.documents == 2 && made.pages == 1)
        #expect(made.resources == expected.values.reduce(0) { $0 + $1.count })
        let opened = try export.open(digest: made.digest.hexadecimal)
        #expect(opened == made)
        for (type, records) in expected {
            let lines = try export.lines(type)
            #expect(lines.count == records.count, "\(type)")
            #expect(Set(lines) == Set(records.compactMap(\.text)), "\(type)")
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: export.out).sorted()
        #expect(names == expected.keys.map { $0 + ".ndjson" }.sorted() + ["documents"])
        for (id, content) in contents {
            #expect(try Array(Data(contentsOf: URL(fileURLWithPath: "\(export.out)/documents/\(id)"))) == content)
        }
        for path in [export.file, export.out + "/Patient.ndjson"] {
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(path)")
        }
    }

    @Test func aPartThatAnotherVersionSealedIsThere() async throws {
        let export = try await ExportHouse()
        let patient = try await export.session.newPatient()
        let made = try await export.session.create(try Samples.observation("Patient/\(patient)"))
        // A secretary sees and changes the patient's names; what is hidden is carried.
        let desk = try await export.house.session(export.practice, .secretary)
        let seen = try #require(Samples.bare(try await desk.read("Patient", "\(patient)")))
        guard case .object(var object) = seen else { throw RecordError.damaged }
        object["active"] = .bool(false)
        if case .object(var meta)? = object["meta"] {
            meta["security"] = nil
            object["meta"] = meta.members.isEmpty ? nil : .object(meta)
        }
        _ = try await desk.update("Patient", "\(patient)", .object(object), ifMatch: 1)
        let key = try #require(ResourceKey(type: "Patient", id: "\(patient)"))
        let stored = try await export.house.store.read(key, version: nil, tiers: .all, in: export.practice)
        #expect(Set(try #require(stored).parts.map(\.version)) == [1, 2], "a part of version 1 is carried")
        _ = try await export.make()
        _ = try export.open()
        #expect(try export.lines("Patient") == [try await export.session.read("Patient", "\(patient)").text])
        #expect(try export.lines("Observation") == [try await export.session.read("Observation", made.id).text])
    }

    @Test func anErasedPatientIsNotInTheFile() async throws {
        let export = try await ExportHouse()
        let (kept, gone) = (try await export.session.newPatient(), try await export.session.newPatient())
        // The keys only: the rows still lie in the store.
        _ = await export.house.broker.admin(.erase(practice: export.practice, patient: gone))
        #expect(try await export.make().patients == 1)
        _ = try export.open()
        #expect(try export.lines("Patient") == [try await export.session.read("Patient", "\(kept)").text])
        let bytes = try export.bytes
        #expect(String(decoding: bytes, as: UTF8.self).contains("\(kept)"))
        #expect(!String(decoding: bytes, as: UTF8.self).contains("\(gone)"))
    }

    @Test func manyPatientsOverSeveralPages() async throws {
        let export = try await ExportHouse()
        for batch in 0..<12 {
            let entries = try (0..<100).map { index in
                BundleAction.create(fullURL: nil, resource: try Samples.patient("F\(batch) \(index)"))
            }
            _ = try await export.session.transaction(entries)
        }
        let made = try await export.make()
        #expect(made.pages == 3 && made.patients == 1_200 && made.resources == 1_200)
        #expect(try export.open() == made)
        #expect(Set(try export.lines("Patient")).count == 1_200)
    }

    @Test func nothingIsWrittenOverOrLeftBehind() async throws {
        let export = try await ExportHouse()
        _ = try await export.session.newPatient()
        _ = try await export.make()
        let bytes = try export.bytes
        await #expect(throws: ExportError.self) { try await export.make() }
        #expect(try export.bytes == bytes)
        await #expect(throws: BrokerFailure.self) {
            try await ExportWriter.make(
                export.directory + "/other", of: export.practice, from: export.house.store,
                recipient: export.secret.publicKey.fingerprint, at: export.house.clock.now()
            ) { _ in throw BrokerFailure(.unavailable) }
        }
        var pieces = 0
        #expect(throws: ExportError.self) {
            try ExportOpener.open(export.file, with: export.secret, into: export.out) {
                pieces += 1
                return pieces == 3
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: export.directory) == ["practice.export"])
        _ = try export.open()
        #expect(throws: ExportError.self) { try export.open() }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: export.directory).sorted() == [
                "opened", "practice.export",
            ])
    }
}
