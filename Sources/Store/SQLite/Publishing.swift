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
        let remove = try Repeated(db, "DELETE FROM token WHERE resource = ? AND (1 << tier) & ? <> 0")
        var first: [(row: StoredRow, resource: Int64)] = []
        var later: [(row: StoredRow, resource: Int64)] = []
        let sql = """
            SELECT v.resource, v.number, s.replaces, s.rows FROM staged s CROSS JOIN version v ON v.row = s.row
            WHERE s.row >= ? AND s.row < ? ORDER BY s.row
            """
        try Columns.each(db, "staged", sql: sql, [.integer(deposit.first), .integer(deposit.end)]) { columns in
            let resource = try columns.integer(0)
            let rows = try StoredRow.unpack(columns.bytes(3)).map { (row: $0, resource: resource) }
            if try columns.integer(1) > 1 {
                try remove.bind(resource, at: 1)
                try remove.bind(try columns.integer(2), at: 2)
                try remove.run()
                later += rows
            } else {
                first += rows
            }
        }
        // A first version has no rows to replace; that they might be would cost a journal for each statement.
        try insert(first, "INSERT OR IGNORE INTO token (token, resource, tier, code) VALUES (?, ?, ?, ?)")
        try insert(later, "INSERT OR REPLACE INTO token (token, resource, tier, code) VALUES (?, ?, ?, ?)")
    }

    /// In the order of the tokens, so that each page of the index is visited once.
    private func insert(_ rows: [(row: StoredRow, resource: Int64)], _ sql: String) throws {
        let insert = try Repeated(db, sql)
        for (row, resource) in rows.sorted(by: { $0.row.token < $1.row.token }) {
            try insert.bind(row.token, at: 1)
            try insert.bind(resource, at: 2)
            try insert.bind(Int64(row.tier.rawValue), at: 3)
            try insert.bind(row.code, at: 4)
            try insert.run()
        }
    }
}
