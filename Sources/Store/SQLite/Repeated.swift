import GRDB
import GRDBSQLite
import Vocabulary

/// A statement that one transaction runs for row after row: values are bound as they are, without a box around each.
///
/// It lives inside the transaction, on the connection's own queue.
struct Repeated {
    private let statement: Statement
    private var pointer: OpaquePointer { unsafe statement.sqliteStatement }

    /// Begins without values, whatever an earlier transaction that failed left bound.
    init(_ db: Database, _ sql: String) throws {
        statement = try db.cachedStatement(sql: sql)
        reset()
    }

    /// Binds an integer; places are counted from 1.
    func bind(_ value: Int64, at place: Int32) throws {
        try check(unsafe sqlite3_bind_int64(pointer, place, value))
    }

    /// Binds a text.
    func bind(_ text: String, at place: Int32) throws {
        let code = unsafe text.withCString { start in
            unsafe sqlite3_bind_text(pointer, place, start, Int32(text.utf8.count), Repeated.copying)
        }
        try check(code)
    }

    /// Binds 16 bytes.
    func bind<Kind>(_ id: ID<Kind>, at place: Int32) throws { try bind(id.high, id.low, at: place) }

    private func bind(_ high: UInt64, _ low: UInt64, at place: Int32) throws {
        let code = unsafe withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { bytes in
            unsafe sqlite3_bind_blob(pointer, place, bytes.baseAddress, 16, Repeated.copying)
        }
        try check(code)
    }

    /// Binds bytes; no bytes are an empty blob, nil is NULL.
    func bind(_ bytes: [UInt8]?, at place: Int32) throws {
        guard let bytes else { return try check(unsafe sqlite3_bind_null(pointer, place)) }
        guard !bytes.isEmpty else { return try check(unsafe sqlite3_bind_zeroblob(pointer, place, 0)) }
        let code = unsafe bytes.withUnsafeBytes { bytes in
            unsafe sqlite3_bind_blob64(pointer, place, bytes.baseAddress, UInt64(bytes.count), Repeated.copying)
        }
        try check(code)
    }

    /// Binds any value.
    func bind(_ value: Argument, at place: Int32) throws {
        switch value {
        case .integer(let value): try bind(value, at: place)
        case .text(let text): try bind(text, at: place)
        case .id(let high, let low): try bind(high, low, at: place)
        case .blob(let bytes): try bind(bytes, at: place)
        }
    }

    /// Runs it to its end.
    func run() throws { while try step() {} }

    /// Lends each row while `body` wants more.
    func each(_ table: String, _ body: (Columns) throws -> Bool) throws {
        defer { reset() }
        while try step(), try body(Columns(statement: statement, table: table)) {}
    }

    /// The first column of the first row, an integer; nil when there is no row.
    func first() throws -> Int64? {
        guard try step() else { return nil }
        defer { reset() }
        return unsafe sqlite3_column_int64(pointer, 0)
    }

    /// Whether there is a row; without one, it is ready to be bound anew.
    private func step() throws -> Bool {
        let code = unsafe sqlite3_step(pointer)
        if code == SQLITE_ROW { return true }
        reset()
        guard code == SQLITE_DONE else { throw failure(code) }
        return false
    }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else { throw failure(code) }
    }

    private func failure(_ code: Int32) -> DatabaseError {
        DatabaseError(resultCode: ResultCode(rawValue: code), sql: statement.sql)
    }

    private func reset() {
        unsafe sqlite3_reset(pointer)
        unsafe sqlite3_clear_bindings(pointer)
    }

    /// Tells SQLite to keep a copy (`SQLITE_TRANSIENT`, a cast that Swift does not import).
    private static var copying: sqlite3_destructor_type { unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
