import Foundation
import GRDB
import Synchronization
import Testing
import Vocabulary

@testable import Store

@Suite("SQLite settings") struct DurabilityTests {
    @Test func writesAreSyncedAndDeletionsOverwritten() async throws {
        try await withSQLiteStore { store, _ in
            let sample = Sample(store)
            _ = try await sample.patient()
            let expected = [
                "synchronous": "2", "journal_mode": "wal", "secure_delete": "1", "foreign_keys": "1",
                "application_id": "\(Schema.applicationID)", "user_version": "\(Schema.formatVersion)",
                "integrity_check": "ok",
            ]
            try await store.maintain(sample.practice) { db in
                for (name, value) in expected {
                    let found = try String.fetchOne(db, sql: "PRAGMA \(name)")
                    #expect(found == value, "\(name)")
                }
            }
        }
    }

    @Test func aFullFileIsUnavailableAndUnchanged() async throws {
        try await withSQLiteStore(maximumFileBytes: 400 << 10) { store, _ in
            let sample = Sample(store)
            let patient = try await sample.patient()
            let id = DepositID.random()
            let keys = try (1...60).map { try Sample.key(patient, $0) }
            let large = try sample.deposit(id, keys.map { try Sample.version($0, in: id, size: 9000) })
            await Conformance.expect(.unavailable) { try await store.stage(large) }
            #expect(try await store.pending(in: sample.practice).isEmpty)
            #expect(try await sample.read(ResourceKey(patient: patient)) != nil)
            let small = try sample.deposit(id, [try Sample.version(keys[0], in: id, size: 9000)])
            try await store.stage(small)
            try await store.publish(id, in: sample.practice)
            #expect(try await sample.read(keys[0])?.deposit == id)
        }
    }

    @Test func aCancelledWriteWritesNothing() async throws {
        try await withSQLiteStore { store, _ in
            let sample = Sample(store)
            _ = try await sample.patient()
            let deposit = try sample.deposit(.random(), new: [.random()], [])
            let writing = Task {
                unsafe withUnsafeCurrentTask { task in unsafe task?.cancel() }
                try await store.stage(deposit)
            }
            let result = await writing.result
            #expect(throws: StoreError.self) { try result.get() }
            #expect(try await store.pending(in: sample.practice).isEmpty)
        }
    }

    /// Another practice's id and an id of nobody take the same way: the same statements over the same file.
    @Test func absentIsAbsentTheSameWay() async throws {
        try await withSQLiteStore { store, directory in
            let (here, there) = (Sample(store), Sample(store))
            _ = try await here.patient()
            let foreign = try await there.patient()
            let queue = try DatabaseQueue(path: "\(directory)/\(here.practice).sqlite")
            let traces = try [foreign, PatientID.random()].map { patient in
                try queue.read { try DurabilityTests.statements($0, lookingFor: patient) }
            }
            #expect(traces[0].count == 3)
            #expect(traces[0] == traces[1])
            try queue.close()
        }
    }

    /// The statements, values included as `?`, that SQLite runs for a patient who is not there.
    private static func statements(_ db: Database, lookingFor patient: PatientID) throws -> [String] {
        let statements = Mutex([String]())
        db.trace { event in statements.withLock { $0.append(event.description) } }
        defer { db.trace(nil) }
        let current = try VersionQuery(db, .all).current(ResourceKey(patient: patient))
        let numbered = try VersionQuery(db, .all).numbered(ResourceKey(patient: patient), 1)
        let key = try Patients.wrappedKey(of: patient, db)
        #expect(current == nil && numbered == nil && key == nil)
        return statements.withLock { $0 }
    }
}
