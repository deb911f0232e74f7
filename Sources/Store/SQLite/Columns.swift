import Foundation
import GRDB
import Vocabulary

/// One row of a result, read without trusting the file: a value of another type is `damaged`, never a trap.
struct Columns {
    let row: Row
    let table: String

    /// The first row of a statement, decoded; nil when it has none.
    static func one<T>(
        _ db: Database, _ table: String, sql: String, _ arguments: StatementArguments = [],
        _ decode: (Columns) throws -> T
    ) throws -> T? {
        let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: arguments)
        guard let row = try rows.next() else { return nil }
        return try decode(Columns(row: row, table: table))
    }

    /// All rows of a statement, decoded.
    static func all<T>(
        _ db: Database, _ table: String, sql: String, _ arguments: StatementArguments = [],
        _ decode: (Columns) throws -> T
    ) throws -> [T] {
        var out = [T]()
        try each(db, table, sql: sql, arguments) { out.append(try decode($0)) }
        return out
    }

    /// Lends each row of a statement.
    static func each(
        _ db: Database, _ table: String, sql: String, _ arguments: StatementArguments = [],
        _ body: (Columns) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: arguments)
        while let row = try rows.next() { try body(Columns(row: row, table: table)) }
    }

    /// Says that the table holds what this store would not have written.
    var damage: StoreError { StoreError(.damaged, table: table) }

    /// An integer.
    func integer(_ index: Int) throws -> Int64 {
        guard case .int64(let value) = (row[index] as DatabaseValue).storage else { throw damage }
        return value
    }

    /// An integer of a narrower range.
    func number<T: FixedWidthInteger>(_ index: Int, as type: T.Type = T.self) throws -> T {
        guard let value = T(exactly: try integer(index)) else { throw damage }
        return value
    }

    /// A blob; nil for NULL.
    func optionalBytes(_ index: Int) throws -> [UInt8]? {
        switch (row[index] as DatabaseValue).storage {
        case .null: nil
        case .blob(let data): [UInt8](data)
        default: throw damage
        }
    }

    /// A blob.
    func bytes(_ index: Int) throws -> [UInt8] {
        guard let bytes = try optionalBytes(index) else { throw damage }
        return bytes
    }

    /// 16 bytes.
    func id<Kind>(_ index: Int, as kind: ID<Kind>.Type = ID<Kind>.self) throws -> ID<Kind> {
        guard case .blob(let data) = (row[index] as DatabaseValue).storage, let id = ID<Kind>(blob: data) else {
            throw damage
        }
        return id
    }

    /// A text.
    func text(_ index: Int) throws -> String {
        guard case .string(let text) = (row[index] as DatabaseValue).storage else { throw damage }
        return text
    }

    /// A resource's key in three columns: owner, type, ordinal.
    func key(_ index: Int) throws -> ResourceKey {
        let type = try text(index + 1)
        guard ResourceKey.isType(type) else { throw damage }
        return ResourceKey(type: type, owner: try id(index), ordinal: try number(index + 2))
    }
}
