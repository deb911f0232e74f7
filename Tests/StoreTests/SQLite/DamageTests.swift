import Foundation
import Testing
import Vocabulary

@testable import Store

@Suite("Damaged files") struct DamageTests {
    @Test func damageIsAnErrorAndNeverACrash() async throws {
        try await withTemporaryDirectory { path in
            let (practice, patients) = try await DamageTests.fill(path)
            let file = URL(fileURLWithPath: "\(path)/\(practice).sqlite")
            let whole = try Data(contentsOf: file)
            var damaged = 0
            for round in 0..<50 {
                var bytes = whole
                let start = round < 10 ? Int.random(in: 0..<100) : Int.random(in: 100..<whole.count)
                let length = [1, 8, 200, 4096].randomElement() ?? 1
                for index in start..<min(start + length, whole.count) { bytes[index] = UInt8.random(in: 0...255) }
                try? FileManager.default.removeItem(atPath: file.path + "-wal")
                try? FileManager.default.removeItem(atPath: file.path + "-shm")
                try bytes.write(to: file)
                damaged += try await DamageTests.useAll(path, practice, patients)
            }
            #expect(damaged > 5)
        }
    }

    @Test func aFileOfAnotherKindOrPracticeIsRefused() async throws {
        try await withTemporaryDirectory { path in
            let (practice, patients) = try await DamageTests.fill(path)
            let other = PracticeID.random()
            let moved = "\(path)/\(other).sqlite"
            try FileManager.default.copyItem(atPath: "\(path)/\(practice).sqlite", toPath: moved)
            let text = PracticeID.random()
            try Data("not a database, only words\n".utf8).write(to: URL(fileURLWithPath: "\(path)/\(text).sqlite"))
            let store = try SQLiteRecordStore(directory: path)
            for wrong in [other, text] {
                await Conformance.expect(.damaged) {
                    _ = try await store.read(
                        ResourceKey(patient: patients[0]), version: nil, tiers: .all, in: wrong)
                }
            }
            await store.close()
        }
    }

    @Test func aNewerFormatIsRefused() async throws {
        try await withTemporaryDirectory { path in
            let (practice, patients) = try await DamageTests.fill(path)
            let file = URL(fileURLWithPath: "\(path)/\(practice).sqlite")
            var bytes = try Data(contentsOf: file)
            bytes[63] = UInt8(Schema.formatVersion) + 1  // user_version, https://www.sqlite.org/fileformat.html §1.3
            try bytes.write(to: file)
            let store = try SQLiteRecordStore(directory: path)
            await Conformance.expect(.newerFormat) {
                _ = try await store.read(
                    ResourceKey(patient: patients[0]), version: nil, tiers: .all, in: practice)
            }
            await store.close()
        }
    }

    @Test func errorsNameFileAndTableAndNoValue() async throws {
        try await withTemporaryDirectory { path in
            let (practice, patients) = try await DamageTests.fill(path)
            let file = URL(fileURLWithPath: "\(path)/\(practice).sqlite")
            var bytes = try Data(contentsOf: file)
            for index in 8192..<bytes.count { bytes[index] = 0xFF }
            try bytes.write(to: file)
            let store = try SQLiteRecordStore(directory: path)
            let error = await #expect(throws: StoreError.self) {
                _ = try await store.wrappedKey(of: patients[0], in: practice)
            }
            #expect(error?.practice == practice)
            #expect(error?.table != nil)
            #expect(error?.description.contains("\(practice).sqlite") == true)
            await store.close()
        }
    }

    /// A closed practice with a few patients.
    private static func fill(_ path: String) async throws -> (PracticeID, [PatientID]) {
        let store = try SQLiteRecordStore(directory: path)
        let sample = Sample(store)
        var patients = [PatientID]()
        for _ in 0..<12 {
            patients.append(try await sample.patient(rows: (0..<6).map { _ in Sample.row(.random()) }))
        }
        await store.close()
        return (sample.practice, patients)
    }

    /// Makes every kind of call; how many ended in an error. Any other end would end the process.
    private static func useAll(_ path: String, _ practice: PracticeID, _ patients: [PatientID]) async throws -> Int {
        let store = try SQLiteRecordStore(directory: path)
        let sample = Sample(store)
        var calls: [() async throws -> Void] = [
            { _ = try await store.patients(after: nil, limit: 100, in: practice) },
            { _ = try await store.statistics(of: practice) },
            { _ = try await store.pending(in: practice) },
            { _ = try await store.find([.random()], limit: 5, in: practice) },
            { try await store.forEachVersion(in: practice) { _ in } },
            { _ = try await store.reserveOrdinals([patients[0]: 1], in: practice) },
            { try await store.stage(StagedDeposit(deposit: .random(), practice: practice, versions: [])) },
            { try await store.erase(patients[1], in: practice) },
        ]
        for patient in patients {
            let key = ResourceKey(patient: patient)
            calls.append { _ = try await store.read(key, version: nil, tiers: .all, in: practice) }
            calls.append { _ = try await store.history(key, before: nil, limit: 5, tiers: .all, in: practice) }
        }
        var failed = 0
        for call in calls {
            do { try await call() } catch is StoreError { failed += 1 }
        }
        #expect(sample.practice != practice)
        await store.close()
        return failed
    }
}
