import GRDB
import Vocabulary

/// The rows of documents' contents.
struct Documents {
    private let db: Database

    init(_ db: Database) { self.db = db }

    func begin(_ document: DocumentID, of patient: PatientID) throws {
        guard try Patients.isVisible(patient, db) else { throw StoreError(.unknownPatient, table: "document") }
        let arriving = try Columns.one(db, "document", sql: "SELECT count(*) FROM document WHERE row IS NULL") {
            try $0.integer(0)
        }
        guard arriving ?? 0 < StoreLimits.maximumArriving else { throw StoreError(.invalid, table: "document") }
        try db.execute(
            sql: "INSERT OR IGNORE INTO document (id, owner, chunks) VALUES (?, ?, 0)",
            arguments: [document.blob, patient.blob])
        guard db.changesCount == 1 else { throw StoreError(.conflict, table: "document") }
    }

    func add(_ chunks: [[UInt8]], from number: UInt32, to document: DocumentID) throws {
        let sql = "SELECT num FROM document WHERE id = ? AND row IS NULL AND chunks = ?"
        let found = try Columns.one(db, "document", sql: sql, [.id(document), .integer(Int64(number))]) {
            try $0.integer(0)
        }
        guard let found else { throw StoreError(.conflict, table: "document") }
        let insert = try Repeated(db, "INSERT INTO chunk (document, number, bytes) VALUES (?, ?, ?)")
        for (index, chunk) in chunks.enumerated() {
            try insert.bind(found, at: 1)
            try insert.bind(Int64(number) + Int64(index), at: 2)
            try insert.bind(chunk, at: 3)
            try insert.run()
        }
        try db.execute(
            sql: "UPDATE document SET chunks = chunks + ? WHERE num = ?", arguments: [chunks.count, found])
    }

    /// Gives a whole content to the version in a row.
    func claim(_ content: ContentReference, of owner: PatientID, row: Int64) throws -> Bool {
        try db.execute(
            sql: "UPDATE document SET row = ? WHERE id = ? AND owner = ? AND chunks = ? AND row IS NULL",
            arguments: [row, content.document.blob, owner.blob, Int64(content.chunks)])
        return db.changesCount == 1
    }

    func chunks(of document: DocumentID, from number: UInt32, count: Int) throws -> [[UInt8]] {
        let sql = """
            SELECT c.bytes FROM document d CROSS JOIN version v ON v.row = d.row
            CROSS JOIN resource r ON r.num = v.resource AND v.number <= r.number
            CROSS JOIN chunk c ON c.document = d.num
            WHERE d.id = ? AND c.number >= ? ORDER BY c.number LIMIT ?
            """
        let arguments: [Argument] = [.id(document), .integer(Int64(number)), .integer(Int64(count))]
        return try Columns.all(db, "chunk", sql: sql, arguments) { try $0.bytes(0) }
    }

    /// Marks documents as nobody's: ``sweep()`` removes them.
    func release(where condition: String, _ arguments: StatementArguments = []) throws {
        try db.execute(sql: "UPDATE document SET row = 0 WHERE \(condition)", arguments: arguments)
    }

    /// Removes some chunks of what is nobody's, few enough to be held in memory; false when nothing was left.
    func sweep() throws -> Bool {
        try db.execute(
            sql: """
                DELETE FROM chunk WHERE rowid IN (SELECT c.rowid FROM document d CROSS JOIN chunk c ON c.document = d.num
                WHERE d.row = 0 LIMIT \(StoreLimits.maximumChunksAtOnce))
                """)
        guard db.changesCount == 0 else { return true }
        try db.execute(sql: "DELETE FROM document WHERE row = 0")
        return false
    }
}
