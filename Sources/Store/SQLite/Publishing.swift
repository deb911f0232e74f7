import GRDB
import Vocabulary

/// Makes a staged deposit visible, in the transaction that it is given.
struct Publishing {
    private let deposit: DepositRow
    private let db: Database

    init(_ deposit: DepositRow, _ db: Database) {
        self.deposit = deposit
        self.db = db
    }

    func run() throws {
        try db.execute(
            sql: """
                UPDATE resource SET number = v.number, current_row = v.row, deleted = v.deleted
                FROM version v WHERE v.row >= ? AND v.row < ? AND resource.num = v.resource
                """, arguments: [deposit.first, deposit.end])
        try replaceRows()
        try db.execute(
            sql: "DELETE FROM staged WHERE row >= ? AND row < ?", arguments: [deposit.first, deposit.end])
        try db.execute(sql: "UPDATE deposit SET visible = 1 WHERE seq = ?", arguments: [deposit.seq])
    }

    private func replaceRows() throws {
        let remove = try db.cachedStatement(sql: "DELETE FROM token WHERE resource = ? AND (1 << tier) & ? <> 0")
        let insert = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO token (token, resource, tier, code) VALUES (?, ?, ?, ?)")
        let sql = """
            SELECT v.resource, v.number, s.replaces, s.rows FROM staged s CROSS JOIN version v ON v.row = s.row
            WHERE s.row >= ? AND s.row < ? ORDER BY s.row
            """
        try Columns.each(db, "staged", sql: sql, [deposit.first, deposit.end]) { columns in
            let resource = try columns.integer(0)
            if try columns.integer(1) > 1 { try remove.execute(arguments: [resource, try columns.integer(2)]) }
            for row in try StoredRow.unpack(columns.bytes(3)) {
                try insert.execute(arguments: [row.token.blob, resource, Int64(row.tier.rawValue), row.code.blob])
            }
        }
    }
}
