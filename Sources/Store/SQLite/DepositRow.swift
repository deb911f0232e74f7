import GRDB
import Vocabulary

/// A deposit as it is stored: its versions are the rows from `first` up to, not including, `end`.
struct DepositRow {
    let seq: Int64
    let first: Int64
    let end: Int64
    let isVisible: Bool

    /// Looks a deposit up.
    static func find(_ id: DepositID, _ db: Database) throws -> DepositRow? {
        let sql = "SELECT seq, first_row, end_row, visible FROM deposit WHERE id = ?"
        return try Columns.one(db, "deposit", sql: sql, [.id(id)]) {
            DepositRow(
                seq: try $0.integer(0), first: try $0.integer(1), end: try $0.integer(2),
                isVisible: try $0.integer(3) != 0)
        }
    }

    /// Removes a deposit that was never visible, with the resources and patients that would have begun with it.
    func remove(_ db: Database) throws {
        let range: StatementArguments = [first, end]
        try Documents(db).release(where: "row >= ? AND row < ?", range)
        try db.execute(sql: "DELETE FROM staged WHERE row >= ? AND row < ?", arguments: range)
        try db.execute(
            sql: """
                DELETE FROM resource WHERE number = 0
                AND num IN (SELECT resource FROM version WHERE row >= ? AND row < ?)
                """, arguments: range)
        try db.execute(sql: "DELETE FROM version WHERE row >= ? AND row < ?", arguments: range)
        try db.execute(sql: "DELETE FROM patient WHERE deposit = ?", arguments: [seq])
        try db.execute(sql: "DELETE FROM deposit WHERE seq = ?", arguments: [seq])
    }
}
