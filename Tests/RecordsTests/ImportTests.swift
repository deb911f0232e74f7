import BrokerAPI
import FHIR
import Foundation
import JSONTree
import Store
import Testing
import Vocabulary

@testable import Records

@Suite("Import")
struct ImportTests {
    @Test func twiceIsUnchangedAndAReferenceToNobodyIsRefusedAlone() async throws {
        let house = try House()
        let practice = try await house.practice()
        let session = try await house.session(try await house.client(practice))
        let group = [
            ImportEntry(fullURL: "urn:uuid:o", resource: try Samples.observation("urn:uuid:p")),
            ImportEntry(fullURL: "urn:uuid:p", resource: try Samples.patient()),
            ImportEntry(fullURL: "urn:uuid:x", resource: try Samples.observation("urn:uuid:nobody")),
            ImportEntry(fullURL: "urn:uuid:o2", resource: try Samples.observation("urn:uuid:p")),
        ]
        let first = try await session.importGroups([group])[0]
        guard case .stored(let patient, _) = first[1], case .stored(let observation, _) = first[0] else {
            Issue.record("not stored")
            return
        }
        #expect(observation == patient.replacing("Patient", with: "Observation") + ".1")
        #expect(first[2] == .refused(RecordIssue("unknown-patient", "Observation.subject")))
        #expect(first[3] == .unchanged(reference: observation))
        let physician = try await house.session(practice)
        let id = String(patient.dropFirst(8))
        guard case .object(var changed)? = try await physician.read("Patient", id).resource else { return }
        changed["gender"] = "other"
        _ = try await physician.update("Patient", id, .object(changed), ifMatch: 1)
        let second = try await session.importGroups([group])[0]
        #expect(second[0] == .unchanged(reference: observation))
        #expect(second[1] == .unchanged(reference: patient))
        #expect(try await house.store.statistics(of: practice).resources == 2)
        let more = ImportEntry(fullURL: nil, resource: try Samples.observation("urn:uuid:p", value: "7"))
        let third = try await session.importGroups([[more]], known: ["urn:uuid:p": patient])
        guard case .stored(let reference, _) = third[0][0] else {
            Issue.record("\(third)")
            return
        }
        #expect(reference == observation.dropLast() + "2")
    }

    /// A client that was cut off begins again while the server still works for it.
    @Test func whatIsSentTwiceAtOnceIsStoredOnce() async throws {
        let house = try House()
        let practice = try await house.practice()
        let account = try await house.client(practice)
        let group = [
            ImportEntry(fullURL: "urn:uuid:p", resource: try Samples.patient()),
            ImportEntry(fullURL: "urn:uuid:o", resource: try Samples.observation("urn:uuid:p")),
        ]
        let outcomes = try await withThrowingTaskGroup(of: [ImportOutcome]?.self) { tasks in
            for _ in 0..<16 {
                let session = try await house.session(account)
                tasks.addTask {
                    do { return try await session.importGroups([group])[0] } catch RecordError.unavailable {
                        return nil
                    }
                }
            }
            return try await tasks.reduce(into: []) { $0.append($1) }
        }
        #expect(try await house.store.statistics(of: practice).resources == 2)
        let stored = outcomes.compactMap(\.self).joined().filter { if case .stored = $0 { true } else { false } }
        #expect(stored.count == 2)
    }

    /// The broker or the disk went away in the middle; the client asks again as soon as it can.
    @Test(arguments: [Faults.Step.stored, .publish], [false, true])
    func anImportThatIsRepeatedAfterAFaultStoresOnce(_ step: Faults.Step, _ isCarriedOut: Bool) async throws {
        let house = try House()
        let practice = try await house.practice()
        let session = try await house.session(try await house.client(practice))
        let group = [
            ImportEntry(fullURL: "urn:uuid:p", resource: try Samples.patient()),
            ImportEntry(fullURL: "urn:uuid:o", resource: try Samples.observation("urn:uuid:p")),
        ]
        house.faults.fail(step, carriedOut: isCarriedOut)
        await #expect(throws: RecordError.unavailable) { try await session.importGroups([group]) }
        house.faults.fail(nil)
        var outcome = try? await session.importGroups([group])
        if outcome == nil {
            house.clock.advance(seconds: 61)
            outcome = try await session.importGroups([group])
        }
        #expect(outcome?[0].count == 2)
        #expect(try await house.store.statistics(of: practice).resources == 2)
        await house.service.tend()
        #expect(try await house.store.statistics(of: practice).resources == 2)
    }

    /// Every resource of every bundle comes back as it was, save its id and the references that were rewritten.
    @Test(.enabled(if: Shared.synthea != nil, "shared data is not here"))
    func syntheaInEqualsOut() async throws {
        let house = try House()
        let practice = try await house.practice(size: 200)
        _ = await house.broker.admin(.setMode(practice: practice, mode: "observe"))
        let importer = try await house.session(try await house.client(practice))
        let physician = try await house.session(practice)
        var known: [String: String] = [:]
        var checked = 0
        for file in try Shared.bundles() {
            let bundle = try JSONValue(parsing: try Data(contentsOf: file))
            let entries = (bundle["entry"]?.array ?? []).compactMap { entry in
                entry["resource"].map { ImportEntry(fullURL: entry["fullUrl"]?.string, resource: $0) }
            }
            let outcomes = try await importer.importGroups([entries], known: known)[0]
            for (entry, outcome) in zip(entries, outcomes) {
                switch outcome {
                case .stored(let reference, _), .unchanged(let reference):
                    for name in entry.names { known[name] = reference }
                case .refused(let issue): Issue.record("\(issue)")
                }
            }
            for (entry, outcome) in zip(entries, outcomes).everyTenth {
                guard case .stored(let reference, _) = outcome else { continue }
                let halves = reference.split(separator: "/").map(String.init)
                let record = try await physician.read(halves[0], halves[1])
                let expected = ServerFields.stamped(
                    Names(known: known).rewritten(entry.resource), id: record.id, versionId: "1",
                    lastUpdated: record.lastUpdated.instant)
                let isSame = record.resource?.bytes == expected.bytes
                #expect(isSame, "\(halves[0])")
                checked += 1
            }
        }
        #expect(checked > 1_000)
    }
}

extension Zip2Sequence {
    /// Every tenth pair, so that the test stays quick.
    var everyTenth: [Element] { enumerated().filter { $0.offset % 10 == 0 }.map(\.element) }
}

enum Shared {
    /// The folder of the bundles; nil when it is not there.
    static let synthea: URL? = {
        var folder = URL(fileURLWithPath: #filePath)
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) { break }
        }
        let shared =
            ProcessInfo.processInfo.environment["COLLOQUE_SHARED"].map { URL(fileURLWithPath: $0) }
            ?? folder.deletingLastPathComponent().appendingPathComponent("shared")
        let synthea = shared.appendingPathComponent("data/synthea")
        return FileManager.default.fileExists(atPath: synthea.path) ? synthea : nil
    }()

    /// The bundles; those about nobody first, since others refer to them.
    static func bundles() throws -> [URL] {
        guard let synthea else { return [] }
        let files = try FileManager.default.contentsOfDirectory(at: synthea, includingPropertiesForKeys: nil)
        return files.filter { $0.pathExtension == "json" }.sorted { a, b in
            let first = (a.lastPathComponent.hasPrefix("practitioner"), b.lastPathComponent.hasPrefix("practitioner"))
            return first.0 == first.1 ? a.path < b.path : first.0
        }
    }
}
