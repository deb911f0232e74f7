import GRDB
import Vocabulary

extension SQLiteRecordStore {
    /// One read.
    public func find(_ tokens: [RowToken], limit: Int, in practice: PracticeID) async throws -> [StoredMatch] {
        try requirePage(limit, practice)
        guard (1...StoreLimits.maximumSearchTokens).contains(tokens.count), Set(tokens).count == tokens.count else {
            throw StoreError(.invalid, practice: practice)
        }
        return try await read(practice) { try TokenQuery($0).matches(tokens, limit + 1) } ?? []
    }

    /// One read for all.
    public func firstMatches(_ tokens: [RowToken], in practice: PracticeID) async throws -> [StoredMatch?] {
        guard tokens.count <= StoreLimits.maximumBatch else { throw StoreError(.invalid, practice: practice) }
        return try await read(practice) { db in
            let query = TokenQuery(db)
            let exists = try Repeated(db, "SELECT resource FROM token WHERE token = ? LIMIT 1")
            return try tokens.map { token in
                try exists.bind(token, at: 1)
                return try exists.first() == nil ? nil : try query.matches([token], 1).first
            }
        } ?? tokens.map { _ in nil }
    }
}
