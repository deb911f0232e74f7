import GRDB
import Vocabulary

extension StoreError {
    /// Runs `body` and turns whatever it throws into an error of this store that names the practice.
    static func translating<T>(_ practice: PracticeID, _ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch let error as StoreError {
            throw error.within(practice)
        } catch let error as DatabaseError {
            throw StoreError(error).within(practice)
        } catch is CancellationError {
            throw StoreError(.cancelled, practice: practice)
        }
    }

    /// Reads SQLite's result code (https://www.sqlite.org/rescode.html).
    private init(_ error: DatabaseError) {
        switch error.resultCode {
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_BUSY, .SQLITE_LOCKED,
            .SQLITE_NOMEM, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_PROTOCOL, .SQLITE_INTERRUPT:
            self.init(.unavailable, table: StoreError.tables(in: error.sql))
        case .SQLITE_MISUSE:
            self.init(.closed)
        default:
            self.init(.damaged, table: StoreError.tables(in: error.sql))
        }
    }

    /// The tables that a failed statement names: ours hold no values.
    private static func tables(in sql: String?) -> String? {
        guard let sql else { return nil }
        let words = Set(sql.split { !$0.isLetter && $0 != "_" }.map(String.init))
        let named = Schema.tables.filter(words.contains)
        return named.isEmpty ? nil : named.joined(separator: " ")
    }
}
