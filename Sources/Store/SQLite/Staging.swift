import Foundation
import GRDB
import Vocabulary

/// Writes a deposit as pending rows, in the transaction that it is given.
struct Staging {
    private let deposit: StagedDeposit
    private let db: Database
    private var seq: Int64 = 0
    private var row: Int64 = 0
    private var known = Set<PatientID>()
    private var highest: [PatientID: UInt32] = [:]
    private let insertResource: Repeated
    private let insertVersion: Repeated
    private let insertRows: Repeated

    init(_ deposit: StagedDeposit, _ db: Database) throws {
        self.deposit = deposit
        self.db = db
        insertResource = try Repeated(
            db,
            """
            INSERT OR IGNORE INTO resource (owner, type, ordinal, number, current_row, deleted)
            VALUES (?, ?, ?, 0, 0, 0)
            """)
        insertVersion = try Repeated(
            db,
            """
            INSERT OR IGNORE INTO version
            (row, resource, number, deposit, deleted, manifest, digest, identity, contact, medical, restricted)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        insertRows = try Repeated(db, "INSERT INTO staged (row, replaces, rows) VALUES (?, ?, ?)")
    }

    mutating func run() throws {
        try begin()
        try insertPatients()
        for version in deposit.versions { try insert(version) }
        try db.execute(sql: "UPDATE file SET next_row = ?", arguments: [row])
        for (patient, ordinal) in highest { try Ordinals.raise(patient, past: ordinal, db) }
    }

    private mutating func begin() throws {
        row = try Columns.one(db, "file", sql: "SELECT next_row FROM file") { try $0.integer(0) } ?? 1
        let end = row + Int64(deposit.versions.count)
        try db.execute(
            sql: "INSERT OR IGNORE INTO deposit (id, first_row, end_row, visible) VALUES (?, ?, ?, 0)",
            arguments: [deposit.deposit.blob, row, end])
        guard db.changesCount == 1 else { throw StoreError(.conflict, table: "deposit") }
        seq = db.lastInsertedRowID
    }

    private mutating func insertPatients() throws {
        let insert = try db.cachedStatement(
            sql: "INSERT OR IGNORE INTO patient (id, deposit, wrapped) VALUES (?, ?, ?)")
        for new in deposit.newPatients {
            try insert.execute(arguments: [new.patient.blob, seq, Data(new.wrappedKey)])
            guard db.changesCount == 1 else { throw StoreError(.conflict, key: ResourceKey(patient: new.patient)) }
            known.insert(new.patient)
        }
    }

    private mutating func insert(_ version: StagedVersion) throws {
        try requirePatient(of: version.key)
        let resource = try resource(for: version)
        try requireCarried(version, resource)
        try write(version, resource)
        guard db.changesCount == 1 else { throw StoreError(.conflict, key: version.key) }
        if let content = version.manifest.content {
            guard try Documents(db).claim(content, of: version.key.owner, row: row) else {
                throw StoreError(.invalid, key: version.key)
            }
        }
        if !version.rows.isEmpty || version.replacing > 0 && !version.replacesRowsOf.isEmpty {
            try insertRows.bind(row, at: 1)
            try insertRows.bind(Int64(version.replacesRowsOf.rawValue), at: 2)
            try insertRows.bind(StoredRow.pack(version.rows), at: 3)
            try insertRows.run()
        }
        row += 1
    }

    private func write(_ version: StagedVersion, _ resource: Int64) throws {
        try insertVersion.bind(row, at: 1)
        try insertVersion.bind(resource, at: 2)
        try insertVersion.bind(Int64(version.version), at: 3)
        try insertVersion.bind(seq, at: 4)
        try insertVersion.bind(version.manifest.deleted ? 1 : 0, at: 5)
        try insertVersion.bind(version.manifest.bytes, at: 6)
        try insertVersion.bind(version.digest, at: 7)
        for part in version.newParts { try insertVersion.bind(part.bytes, at: 8 + Int32(part.tier.rawValue)) }
        try insertVersion.run()
    }

    private mutating func requirePatient(of key: ResourceKey) throws {
        guard let patient = key.patient else { return }
        highest[patient] = max(highest[patient] ?? 0, key.ordinal)
        guard !known.contains(patient) else { return }
        guard try Patients.isVisible(patient, db) else { throw StoreError(.unknownPatient, key: key) }
        known.insert(patient)
    }

    /// The resource's row, new or with exactly the expected version visible.
    private func resource(for version: StagedVersion) throws -> Int64 {
        let key = version.key
        if version.replacing == 0 {
            try insertResource.bind(key.owner, at: 1)
            try insertResource.bind(key.type, at: 2)
            try insertResource.bind(Int64(key.ordinal), at: 3)
            try insertResource.run()
            if db.changesCount == 1 { return db.lastInsertedRowID }
        }
        let sql = "SELECT num, number FROM resource WHERE owner = ? AND type = ? AND ordinal = ?"
        let found = try Columns.one(
            db, "resource", sql: sql, [.id(key.owner), .text(key.type), .integer(Int64(key.ordinal))]
        ) {
            (num: try $0.integer(0), number: try $0.number(1, as: UInt32.self))
        }
        guard let found, found.number == version.replacing else { throw StoreError(.conflict, key: key) }
        return found.num
    }

    /// A part that is not sealed anew must be the very one that the visible version has.
    private func requireCarried(_ version: StagedVersion, _ resource: Int64) throws {
        let carried = version.carried
        guard !carried.isEmpty else { return }
        let sql = "SELECT v.manifest FROM resource r JOIN version v ON v.row = r.current_row WHERE r.num = ?"
        let current = try Columns.one(db, "version", sql: sql, [.integer(resource)]) {
            try Manifest(bytes: $0.bytes(0))
        }
        guard let current, carried.allSatisfy({ current.part(of: $0.tier) == $0 }) else {
            throw StoreError(.invalid, key: version.key)
        }
    }
}
