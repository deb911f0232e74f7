import GRDB
import Vocabulary

extension SQLiteRecordStore {
    /// One immediate transaction.
    public func stage(_ deposit: StagedDeposit) async throws {
        _ = try await write(deposit.practice, create: true) { db in
            var staging = try Staging(deposit, db)
            try staging.run()
        }
    }

    /// One immediate transaction.
    public func publish(_ deposit: DepositID, in practice: PracticeID) async throws {
        let found: Void? = try await write(practice, create: false) { db in
            guard let row = try DepositRow.find(deposit, db) else { throw StoreError(.unknownDeposit) }
            guard !row.isVisible else { return }
            try Publishing(row, db).run()
        }
        guard found != nil else { throw StoreError(.unknownDeposit, practice: practice) }
    }

    /// One immediate transaction.
    public func discard(_ deposit: DepositID, in practice: PracticeID) async throws {
        _ = try await write(practice, create: false) { db in
            guard let row = try DepositRow.find(deposit, db) else { return }
            guard !row.isVisible else { throw StoreError(.published) }
            try row.remove(db)
        }
        try await sweep(practice)
    }

    /// One read.
    public func pending(in practice: PracticeID) async throws -> [DepositID] {
        try await read(practice) { db in
            try Columns.all(db, "deposit", sql: "SELECT id FROM deposit WHERE visible = 0 ORDER BY seq") {
                try $0.id(0)
            }
        } ?? []
    }
}
