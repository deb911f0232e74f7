import Foundation
import GRDB
import Testing
import Vocabulary

@testable import Store

@Suite("Earlier formats") struct FormatTests {
    @Test func aFileOfFormat1OpensAndTakesDocuments() async throws {
        try await withTemporaryDirectory { path in
            let practice = PracticeID.random()
            let file = "\(path)/\(practice).sqlite"
            let old = try DatabasePool(path: file)
            try Schema.migrator(practice).migrate(old, upTo: "1")
            let version = try await old.read { try Int64.fetchOne($0, sql: "PRAGMA user_version") }
            #expect(version == 1)
            try old.close()
            let store = try SQLiteRecordStore(directory: path)
            let (deposit, patient, document) = (DepositID.random(), PatientID.random(), DocumentID.random())
            try await store.stage(
                StagedDeposit(
                    deposit: deposit, practice: practice,
                    newPatients: [StagedPatient(patient: patient, wrappedKey: [1])],
                    versions: [try Sample.version(ResourceKey(patient: patient), in: deposit)]))
            try await store.publish(deposit, in: practice)
            try await store.beginDocument(document, of: patient, in: practice)
            try await store.addChunks([[1, 2, 3]], from: 0, to: document, in: practice)
            #expect(try await store.read(ResourceKey(patient: patient), version: nil, tiers: .all, in: practice) != nil)
            await store.close()
        }
    }
}
