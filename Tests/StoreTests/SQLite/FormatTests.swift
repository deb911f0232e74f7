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

    @Test func aFileOfFormat2ListsThePracticesOwn() async throws {
        try await withTemporaryDirectory { path in
            let (practice, id) = (PracticeID.random(), DepositID.random())
            let key = try #require(ResourceKey(type: "Location", id: PatientID.random().description))
            let first = try SQLiteRecordStore(directory: path)
            try await first.stage(
                StagedDeposit(
                    deposit: id, practice: practice, newPatients: [], versions: [try Sample.version(key, in: id)]))
            try await first.publish(id, in: practice)
            await first.close()
            let file = try DatabasePool(path: "\(path)/\(practice).sqlite")
            try await file.write { db in
                try db.execute(sql: "DROP INDEX resource_own")
                try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = '3'")
                try db.execute(sql: "PRAGMA user_version = 2")
            }
            try file.close()
            let store = try SQLiteRecordStore(directory: path)
            let own = try await store.listOwn(types: ["Location"], after: nil, limit: 9, tiers: .all, in: practice)
            #expect(own.map(\.key) == [key])
            await store.close()
            let indexes = try await DatabaseQueue(path: "\(path)/\(practice).sqlite").read { db in
                try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE name = 'resource_own'")
            }
            #expect(indexes.count == 1)
        }
    }
}
