import GRDB
import Vocabulary

/// Finds resources by index tokens.
struct TokenQuery {
    private let db: Database

    init(_ db: Database) { self.db = db }

    /// The first resources that have all the tokens, with their rows of these.
    func matches(_ tokens: [RowToken], _ limit: Int) throws -> [StoredMatch] {
        let arguments = tokens.map(Argument.id) + [.integer(Int64(limit))]
        let found = try Columns.all(db, "token resource", sql: TokenQuery.sql(tokens.count), arguments) {
            (num: try $0.integer(0), key: try $0.key(1))
        }
        return try found.map { resource in
            StoredMatch(key: resource.key, rows: try tokens.flatMap { try rows($0, of: resource.num) })
        }
    }

    private func rows(_ token: RowToken, of resource: Int64) throws -> [StoredRow] {
        let sql = "SELECT code, tier FROM token WHERE token = ? AND resource = ? ORDER BY tier"
        return try Columns.all(db, "token", sql: sql, [.id(token), .integer(resource)]) { columns in
            guard let tier = Tier(rawValue: try columns.number(1)) else { throw columns.damage }
            return StoredRow(token: token, code: try columns.id(0), tier: tier)
        }
    }

    /// Walks the rows of the first token in order of resource and looks the others up.
    private static func sql(_ count: Int) -> String {
        let others = (0..<count - 1).map { _ in
            " AND EXISTS (SELECT 1 FROM token o WHERE o.token = ? AND o.resource = t.resource)"
        }
        return """
            SELECT r.num, r.owner, r.type, r.ordinal FROM token t CROSS JOIN resource r ON r.num = t.resource
            WHERE t.token = ?\(others.joined()) GROUP BY t.resource ORDER BY t.resource LIMIT ?
            """
    }
}
