import GRDB
import GRDBSQLite
import Testing
import Vocabulary

@testable import Store

/// Statements are compiled once a connection, and not again for each value that is bound.
@Suite struct StatementTests {
    @Test func noValueHasAStatementCompiledAnew() async throws {
        let practice = PracticeID.random()
        let queue = try DatabaseQueue()
        try Schema.migrator(practice).migrate(queue)
        let again = try await queue.read { db in
            let query = VersionQuery(db, .all)
            for ordinal in UInt32(0)..<4 {
                let patient = PatientID.random()
                let id = ordinal == 0 ? patient.description : "\(patient).\(ordinal)"
                let key = try #require(ResourceKey(type: "Observation", id: id))
                _ = try query.current(key)
                _ = try query.numbered(key, ordinal + 1)
                _ = try query.history(key, below: Int64(ordinal) + 9, 10)
                _ = try query.list(patient, afterType: "", -1, 10)
                _ = try query.list(patient, type: "Observation", after: Int64(ordinal), 10, bytes: 1_000)
                _ = try query.listOwn(type: "Location", after: patient, 10, bytes: 1_000)
            }
            var (counts, statement) = unsafe ([Int32](), sqlite3_next_stmt(db.sqliteConnection, nil))
            while let current = unsafe statement {
                counts.append(unsafe sqlite3_stmt_status(current, SQLITE_STMTSTATUS_REPREPARE, 0))
                unsafe statement = unsafe sqlite3_next_stmt(db.sqliteConnection, current)
            }
            return counts
        }
        #expect(again.count >= 6 && again.allSatisfy { $0 == 0 }, "\(again)")
    }

    @Test func theOwnAreFoundByTheirIndex() async throws {
        let queue = try DatabaseQueue()
        try Schema.migrator(.random()).migrate(queue)
        let plan = try await queue.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    EXPLAIN QUERY PLAN SELECT r.num FROM resource r WHERE r.ordinal < 1 AND r.type <> 'Patient'
                    AND r.type = 'Location' AND r.owner > x'00' AND r.deleted = 0 ORDER BY r.owner LIMIT 5
                    """
            ).map { $0["detail"] as String }
        }
        #expect(plan == ["SEARCH r USING INDEX resource_own (type=? AND owner>?)"])
    }
}
