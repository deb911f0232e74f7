import GRDB
import Vocabulary

/// The next free ordinal of each patient. It only grows, whatever becomes of the resources.
enum Ordinals {
    /// Takes `count` ordinals; the first of them.
    static func reserve(_ count: UInt32, for patient: PatientID, _ db: Database) throws -> UInt32 {
        let sql = """
            INSERT INTO ordinal (owner, next) VALUES (?1, 1 + ?2)
            ON CONFLICT (owner) DO UPDATE SET next = next + ?2 RETURNING next - ?2, next
            """
        let taken = try Columns.one(db, "ordinal", sql: sql, [.id(patient), .integer(Int64(count))]) {
            (first: try $0.integer(0), next: try $0.integer(1))
        }
        guard let taken, taken.next <= Int64(UInt32.max), let first = UInt32(exactly: taken.first) else {
            throw StoreError(.invalid, table: "ordinal")
        }
        return first
    }

    /// Makes sure that nothing up to `ordinal` is given again.
    static func raise(_ patient: PatientID, past ordinal: UInt32, _ db: Database) throws {
        let raise = try db.cachedStatement(
            sql: """
                INSERT INTO ordinal (owner, next) VALUES (?, ?)
                ON CONFLICT (owner) DO UPDATE SET next = max(next, excluded.next)
                """)
        try raise.execute(arguments: [patient.blob, Int64(ordinal) + 1])
    }
}
