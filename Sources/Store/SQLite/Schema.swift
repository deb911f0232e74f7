import GRDB
import Vocabulary

/// The tables of a practice's file (docs/formats/store.md, SQLite) and the check that a file has them.
enum Schema {
    /// `Colq`, at offset 68 of the file.
    static let applicationID: Int64 = 0x436F_6C71
    /// The format that this code writes, in `user_version`.
    static let formatVersion: Int64 = 3
    /// For naming the place of damage.
    static let tables = [
        "file", "deposit", "patient", "ordinal", "resource", "version", "staged", "token", "document", "chunk",
    ]

    /// Refuses a file that is neither empty nor ours, before anything is written to it.
    static func checkApplication(_ db: Database) throws {
        let application = try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let version = try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version <= formatVersion else { throw StoreError(.newerFormat) }
        guard application != applicationID else { return }
        // A crash before the first migration leaves the migrator's own table alone.
        let sql = "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations'"
        let tables = try Int64.fetchOne(db, sql: sql) ?? 0
        guard application == 0, tables == 0 else { throw StoreError(.damaged, table: "file") }
    }

    /// Brings a file to the present format and checks that it is this practice's.
    static func prepare(_ pool: DatabasePool, practice: PracticeID) throws {
        // The pool has just set NORMAL; a deposit must survive a power cut once it is staged.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        let current = try pool.writeWithoutTransaction { try Int64.fetchOne($0, sql: "PRAGMA user_version") }
        if current != formatVersion { try migrator(practice).migrate(pool) }
        let owner = try pool.read { try Columns.one($0, "file", sql: "SELECT practice FROM file") { try $0.bytes(0) } }
        guard owner == practice.bigEndianBytes else { throw StoreError(.damaged, table: "file") }
    }

    static func migrator(_ practice: PracticeID) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: tablesOfFormat1)
            try db.execute(sql: "INSERT INTO file (practice, next_row) VALUES (?, 1)", arguments: [practice.blob])
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: "PRAGMA user_version = 1")
        }
        // Documents' contents. A file of format 1 has none.
        migrator.registerMigration("2") { db in
            try db.execute(sql: tablesOfFormat2)
            try db.execute(sql: "PRAGMA user_version = 2")
        }
        // The practice's own resources are listed.
        migrator.registerMigration("3") { db in
            try db.execute(sql: indexOfFormat3)
            try db.execute(sql: "PRAGMA user_version = 3")
        }
        return migrator
    }

    /// `ordinal < 1` and not `= 0`: SQLite would compile each query with `ordinal = ?` anew for every value, to see whether it may
    /// use the index.
    private static let indexOfFormat3 = """
        CREATE INDEX resource_own ON resource (type, owner) WHERE ordinal < 1 AND type <> 'Patient'
        """

    private static let tablesOfFormat2 = """
        CREATE TABLE document (
            num INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE,
            owner BLOB NOT NULL,
            chunks INTEGER NOT NULL,
            row INTEGER
        ) STRICT;
        CREATE INDEX document_row ON document (row);
        CREATE INDEX document_owner ON document (owner);
        CREATE TABLE chunk (
            document INTEGER NOT NULL REFERENCES document (num),
            number INTEGER NOT NULL,
            bytes BLOB NOT NULL,
            UNIQUE (document, number)
        ) STRICT;
        """

    private static let tablesOfFormat1 = """
        CREATE TABLE file (
            practice BLOB NOT NULL,
            next_row INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE deposit (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id BLOB NOT NULL UNIQUE,
            first_row INTEGER NOT NULL,
            end_row INTEGER NOT NULL,
            visible INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX deposit_pending ON deposit (seq) WHERE visible = 0;
        CREATE TABLE patient (
            id BLOB PRIMARY KEY,
            deposit INTEGER NOT NULL REFERENCES deposit (seq),
            wrapped BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX patient_deposit ON patient (deposit);
        CREATE TABLE ordinal (
            owner BLOB PRIMARY KEY,
            next INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE resource (
            num INTEGER PRIMARY KEY,
            owner BLOB NOT NULL,
            type TEXT NOT NULL,
            ordinal INTEGER NOT NULL,
            number INTEGER NOT NULL,
            current_row INTEGER NOT NULL,
            deleted INTEGER NOT NULL,
            UNIQUE (owner, type, ordinal)
        ) STRICT;
        CREATE TABLE version (
            row INTEGER PRIMARY KEY,
            resource INTEGER NOT NULL REFERENCES resource (num) DEFERRABLE INITIALLY DEFERRED,
            number INTEGER NOT NULL,
            deposit INTEGER NOT NULL,
            deleted INTEGER NOT NULL,
            manifest BLOB NOT NULL,
            digest BLOB NOT NULL,
            identity BLOB,
            contact BLOB,
            medical BLOB,
            restricted BLOB,
            UNIQUE (resource, number)
        ) STRICT;
        CREATE TABLE staged (
            row INTEGER PRIMARY KEY REFERENCES version (row),
            replaces INTEGER NOT NULL,
            rows BLOB NOT NULL
        ) STRICT;
        CREATE TABLE token (
            token BLOB NOT NULL,
            resource INTEGER NOT NULL REFERENCES resource (num),
            tier INTEGER NOT NULL,
            code BLOB NOT NULL,
            PRIMARY KEY (token, resource, tier)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX token_resource ON token (resource);
        """
}
