import GRDB
import GRDBSQLite
import Vocabulary

/// One row of a result, read without trusting the file: a value of another type is `damaged`, never a trap.
///
/// It is the row that its statement stands on, so it is only lent.
struct Columns {
    let statement: Statement
    let table: String

    /// The first row of a statement, decoded; nil when it has none.
    static func one<T>(
        _ db: Database, _ table: String, sql: String, _ arguments: [Argument] = [],
        _ decode: (Columns) throws -> T
    ) throws -> T? {
        var found: T?
        try until(db, table, sql: sql, arguments) { columns in
            found = try decode(columns)
            return false
        }
        return found
    }

    /// All rows of a statement, decoded.
    static func all<T>(
        _ db: Database, _ table: String, sql: String, _ arguments: [Argument] = [],
        _ decode: (Columns) throws -> T
    ) throws -> [T] {
        var out = [T]()
        try each(db, table, sql: sql, arguments) { out.append(try decode($0)) }
        return out
    }

    /// Lends each row of a statement.
    static func each(
        _ db: Database, _ table: String, sql: String, _ arguments: [Argument] = [],
        _ body: (Columns) throws -> Void
    ) throws {
        try until(db, table, sql: sql, arguments) { columns in
            try body(columns)
            return true
        }
    }

    /// Lends each row of a statement while `body` wants more.
    static func until(
        _ db: Database, _ table: String, sql: String, _ arguments: [Argument], _ body: (Columns) throws -> Bool
    ) throws {
        let query = try Repeated(db, sql)
        for (index, argument) in arguments.enumerated() { try query.bind(argument, at: Int32(index + 1)) }
        try query.each(table, body)
    }

    /// Says that the table holds what this store would not have written.
    var damage: StoreError { StoreError(.damaged, table: table) }

    /// An integer.
    func integer(_ index: Int) throws -> Int64 {
        guard kind(index) == SQLITE_INTEGER else { throw damage }
        return unsafe sqlite3_column_int64(pointer, Int32(index))
    }

    /// An integer of a narrower range.
    func number<T: FixedWidthInteger>(_ index: Int, as type: T.Type = T.self) throws -> T {
        guard let value = T(exactly: try integer(index)) else { throw damage }
        return value
    }

    /// A blob; nil for NULL.
    func optionalBytes(_ index: Int) throws -> [UInt8]? {
        if kind(index) == SQLITE_NULL { return nil }
        return try unsafe withBlob(index) { unsafe Array($0) }
    }

    /// A blob.
    func bytes(_ index: Int) throws -> [UInt8] {
        guard let bytes = try optionalBytes(index) else { throw damage }
        return bytes
    }

    /// 16 bytes.
    func id<Kind>(_ index: Int, as kind: ID<Kind>.Type = ID<Kind>.self) throws -> ID<Kind> {
        guard let id = try unsafe withBlob(index, { unsafe ID<Kind>(blob: $0) }) else { throw damage }
        return id
    }

    /// A text.
    func text(_ index: Int) throws -> String {
        guard kind(index) == SQLITE_TEXT, let start = unsafe sqlite3_column_text(pointer, Int32(index)) else {
            throw damage
        }
        let count = unsafe sqlite3_column_bytes(pointer, Int32(index))
        let bytes = unsafe UnsafeBufferPointer(start: start, count: Int(count))
        guard let text = unsafe String(validating: bytes, as: UTF8.self) else { throw damage }
        return text
    }

    /// A resource's key in three columns: owner, type, ordinal.
    func key(_ index: Int) throws -> ResourceKey {
        let type = try text(index + 1)
        guard ResourceKey.isType(type) else { throw damage }
        return ResourceKey(type: type, owner: try id(index), ordinal: try number(index + 2))
    }

    private var pointer: OpaquePointer { unsafe statement.sqliteStatement }

    private func kind(_ index: Int) -> Int32 { unsafe sqlite3_column_type(pointer, Int32(index)) }

    private func withBlob<T>(_ index: Int, _ body: (UnsafeRawBufferPointer) -> T) throws -> T {
        guard kind(index) == SQLITE_BLOB else { throw damage }
        let start = unsafe sqlite3_column_blob(pointer, Int32(index))
        let count = unsafe sqlite3_column_bytes(pointer, Int32(index))
        guard unsafe start != nil || count == 0 else { throw damage }
        return unsafe body(UnsafeRawBufferPointer(start: start, count: Int(count)))
    }
}
