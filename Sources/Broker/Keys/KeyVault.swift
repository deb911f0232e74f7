import BrokerQueues
import Foundation
import GRDB
import Sealing
import Synchronization
import Vocabulary

/// The broker's database: practice keys wrapped by the root key, patient keys and subjects wrapped by their practice's key,
/// names sealed, and a snapshot. Everything else is folded from the ledger.
///
/// A method that writes returns when the change is durable (WAL, `synchronous=FULL`).
final class KeyVault: Sendable {
    private struct Name: Hashable {
        let practice: PracticeID
        let patient: PatientID
    }

    /// A patient's keys as they are used.
    struct Patient: Sendable {
        let subject: SubjectID
        let key: PatientKey
    }

    let database: DatabaseQueue
    let root: RootKey
    private let practices = Mutex<[PracticeID: PracticeKeys]>([:])
    private let patients = RecentValues<Name, Patient>(capacity: 65_536)

    /// Opens the database, or makes it when `create` says so. Throws ``VaultError``.
    init(path: String, root: RootKey, create: Bool) throws {
        guard create != FileManager.default.fileExists(atPath: path) else {
            throw VaultError(create ? .exists : .missing)
        }
        var configuration = Configuration()
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON")
        }
        configuration.publicStatementArguments = false
        self.root = root
        database = try VaultError.wrap { try DatabaseQueue(path: path, configuration: configuration) }
        try VaultError.wrap { try KeyVault.migrator.migrate(database) }
        if create { try setSecret("check", KeyVault.check) }
        guard (try? secret("check")) == KeyVault.check else { throw VaultError(.rootKey) }
    }

    private static let check = Array("colloque root key".utf8)

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(
                sql: """
                    CREATE TABLE secret(name TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;
                    CREATE TABLE practice(id BLOB PRIMARY KEY, wrapped BLOB NOT NULL, name BLOB NOT NULL)
                        STRICT, WITHOUT ROWID;
                    CREATE TABLE patient(practice BLOB NOT NULL, id BLOB NOT NULL, subject BLOB NOT NULL, wrapped BLOB NOT NULL,
                        PRIMARY KEY(practice, id)) STRICT, WITHOUT ROWID;
                    CREATE INDEX patient_subject ON patient(practice, subject);
                    CREATE TABLE holder(practice BLOB NOT NULL, id BLOB NOT NULL, name BLOB NOT NULL,
                        PRIMARY KEY(practice, id)) STRICT, WITHOUT ROWID;
                    CREATE TABLE snapshot(one INTEGER PRIMARY KEY CHECK(one = 1), size INTEGER NOT NULL, root BLOB NOT NULL,
                        mac BLOB NOT NULL, state BLOB NOT NULL) STRICT;
                    """)
        }
        migrator.registerMigration("2") { database in
            try database.execute(
                sql: """
                    CREATE TABLE factor(id TEXT PRIMARY KEY, person BLOB NOT NULL, tag BLOB, sealed BLOB NOT NULL,
                        counter INTEGER NOT NULL) STRICT, WITHOUT ROWID;
                    CREATE INDEX factor_person ON factor(person);
                    CREATE INDEX factor_tag ON factor(tag);
                    """)
        }
        return migrator
    }
}

extension KeyVault {
    /// Seals a secret of the installation under the root key and keeps it.
    func setSecret(_ name: String, _ bytes: [UInt8]) throws {
        let sealed = try root.sealText(bytes.hexadecimal, label: "secret", id: Array(name.utf8))
        try write { database in
            try database.execute(sql: "INSERT OR REPLACE INTO secret VALUES (?, ?)", arguments: [name, Data(sealed)])
        }
    }

    /// Opens a secret of the installation.
    func secret(_ name: String) throws -> [UInt8] {
        let sealed = try read {
            try Data.fetchOne($0, sql: "SELECT sealed FROM secret WHERE name = ?", arguments: [name])
        }
        guard let sealed else { throw VaultError(.missing) }
        let text = try root.openText(Array(sealed), label: "secret", id: Array(name.utf8))
        guard let bytes = [UInt8](hexadecimal: text) else { throw VaultError(.damaged) }
        return bytes
    }

    /// Whether there is no secret of that name.
    func isMissing(_ name: String) throws -> Bool {
        try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM secret WHERE name = ?", arguments: [name]) } == 0
    }

    /// Destroys a secret of the installation.
    func removeSecret(_ name: String) throws {
        try write { try $0.execute(sql: "DELETE FROM secret WHERE name = ?", arguments: [name]) }
    }

    /// Makes a practice's key and seals its name.
    func addPractice(_ practice: PracticeID, name: String) throws {
        let key = PracticeKey.random(practice: practice)
        let wrapped = Data(try root.wrap(key))
        let sealed = Data(try key.sealText(name, label: "practice", id: practice.bytes))
        try write { database in
            try database.execute(
                sql: "INSERT INTO practice VALUES (?, ?, ?)", arguments: [Data(practice.bytes), wrapped, sealed])
        }
    }

    /// The keys of a practice, unwrapped once.
    func keys(of practice: PracticeID) throws -> PracticeKeys {
        if let keys = practices.withLock({ $0[practice] }) { return keys }
        let wrapped = try read {
            try Data.fetchOne($0, sql: "SELECT wrapped FROM practice WHERE id = ?", arguments: [Data(practice.bytes)])
        }
        guard let wrapped else { throw VaultError(.missing) }
        let keys = PracticeKeys(try root.unwrap(Array(wrapped), practice: practice))
        practices.withLock { $0[practice] = keys }
        return keys
    }

    /// Every practice with its name.
    func practiceNames() throws -> [PracticeID: String] {
        let rows = try read {
            try Row.fetchAll($0, sql: "SELECT id, name FROM practice").map { ($0["id"] as Data, $0["name"] as Data) }
        }
        var names: [PracticeID: String] = [:]
        for (id, name) in rows {
            guard let id = PracticeID(bytes: id) else { throw VaultError(.damaged) }
            names[id] = try keys(of: id).practice.openText(Array(name), label: "practice", id: id.bytes)
        }
        return names
    }

    /// Seals the name of a membership or client.
    func setName(_ name: String, of holder: Holder, in practice: PracticeID) throws {
        let id = KeyVault.bytes(of: holder)
        let sealed = Data(try keys(of: practice).practice.sealText(name, label: "holder", id: id))
        try write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO holder VALUES (?, ?, ?)",
                arguments: [Data(practice.bytes), Data(id), sealed])
        }
    }

    /// The name of a membership or client, if it has one.
    func name(of holder: Holder, in practice: PracticeID) throws -> String? {
        let id = KeyVault.bytes(of: holder)
        let sealed = try read {
            try Data.fetchOne(
                $0, sql: "SELECT name FROM holder WHERE practice = ? AND id = ?",
                arguments: [Data(practice.bytes), Data(id)])
        }
        return try sealed.map { try keys(of: practice).practice.openText(Array($0), label: "holder", id: id) }
    }

    private static func bytes(of holder: Holder) -> [UInt8] {
        switch holder {
        case .member(let id): id.bytes
        case .client(let id): id.bytes
        }
    }
}

extension KeyVault {
    /// Keeps the keys and subjects of new patients; returns the wrapped copies. Throws ``VaultError/Code/exists`` when one is held already.
    func addPatients(_ new: [(patient: PatientID, subject: SubjectID)], in practice: PracticeID) throws -> [[UInt8]] {
        let keys = try keys(of: practice)
        var rows: [(PatientID, Patient, [UInt8])] = []
        rows.reserveCapacity(new.count)
        for (patient, subject) in new {
            let key = PatientKey.random(practice: practice, patient: patient)
            rows.append((patient, Patient(subject: subject, key: key), try keys.practice.wrap(key, subject: subject)))
        }
        try write { database in
            let insert = try database.cachedStatement(sql: "INSERT INTO patient VALUES (?, ?, ?, ?)")
            for (id, patient, wrapped) in rows {
                try insert.execute(
                    arguments: [Data(practice.bytes), Data(id.bytes), Data(patient.subject.bytes), Data(wrapped)])
            }
        }
        for (id, patient, _) in rows { patients[Name(practice: practice, patient: id)] = patient }
        return rows.map(\.2)
    }

    /// A patient's key and subject; nil when the practice holds no such patient.
    func patient(_ id: PatientID, in practice: PracticeID) throws -> Patient? {
        let name = Name(practice: practice, patient: id)
        if let patient = patients[name] { return patient }
        let wrapped = try read {
            try Data.fetchOne(
                $0, sql: "SELECT wrapped FROM patient WHERE practice = ? AND id = ?",
                arguments: [Data(practice.bytes), Data(id.bytes)])
        }
        guard let wrapped else { return nil }
        let patient = try open(Array(wrapped), of: id, in: practice)
        patients[name] = patient
        return patient
    }

    /// Opens a wrapped patient key. Throws when it is not this practice's key of this patient.
    func open(_ wrapped: [UInt8], of id: PatientID, in practice: PracticeID) throws -> Patient {
        let opened = try keys(of: practice).practice.unwrap(wrapped, patient: id)
        return Patient(subject: opened.subject, key: opened.key)
    }

    /// Keeps wrapped keys that are missing here; returns how many were.
    func restore(_ copies: [(patient: PatientID, subject: SubjectID, wrapped: [UInt8])], in practice: PracticeID) throws
        -> Int
    {
        try VaultError.wrap {
            try database.write { database in
                let insert = try database.cachedStatement(sql: "INSERT OR IGNORE INTO patient VALUES (?, ?, ?, ?)")
                return try copies.reduce(0) { count, copy in
                    try insert.execute(
                        arguments: [
                            Data(practice.bytes), Data(copy.patient.bytes), Data(copy.subject.bytes),
                            Data(copy.wrapped),
                        ])
                    return count + database.changesCount
                }
            }
        }
    }

    /// A page of a practice's patients, by subject, behind one.
    func patients(of practice: PracticeID, after subject: SubjectID?, _ limit: Int) throws -> [(PatientID, Patient)] {
        // Unwrapped before, since reads do not nest.
        _ = try keys(of: practice)
        let sql = "SELECT id, subject, wrapped FROM patient WHERE practice = ? AND subject > ? ORDER BY subject LIMIT ?"
        let arguments: StatementArguments = [Data(practice.bytes), Data(subject?.bytes ?? []), limit]
        return try read { database in
            try Row.fetchAll(database, sql: sql, arguments: arguments).map { row in
                guard let id = PatientID(bytes: row["id"] as Data) else { throw VaultError(.damaged) }
                let patient = try open(Array(row["wrapped"] as Data), of: id, in: practice)
                // A page is entered as a range of subjects: the column that orders them is what was wrapped.
                guard Data(patient.subject.bytes) == row["subject"] as Data else { throw VaultError(.damaged) }
                return (id, patient)
            }
        }
    }

    /// How many patients of a practice have a key here.
    func count(of practice: PracticeID) throws -> Int {
        try read {
            try Int.fetchOne(
                $0, sql: "SELECT count(*) FROM patient WHERE practice = ?", arguments: [Data(practice.bytes)])
        } ?? 0
    }

    /// Destroys a patient's key and subject.
    func erase(_ id: PatientID, in practice: PracticeID) throws {
        defer { patients[Name(practice: practice, patient: id)] = nil }
        try write { database in
            try database.execute(
                sql: "DELETE FROM patient WHERE practice = ? AND id = ?",
                arguments: [Data(practice.bytes), Data(id.bytes)])
        }
    }

    /// Destroys what the ledger does not know: erasures that a crash or a restore left behind, grants that were never entered.
    func retain(_ isKnown: (PracticeID, SubjectID) -> Bool) throws {
        let rows = try read { database in
            try Row.fetchAll(database, sql: "SELECT practice, id, subject FROM patient").map { row in
                guard let practice = PracticeID(bytes: row["practice"] as Data),
                    let id = PatientID(bytes: row["id"] as Data), let subject = SubjectID(bytes: row["subject"] as Data)
                else { throw VaultError(.damaged) }
                return (practice, id, subject)
            }
        }
        for (practice, id, subject) in rows where !isKnown(practice, subject) { try erase(id, in: practice) }
    }
}

extension KeyVault {
    /// A snapshot as it is kept.
    struct Snapshot: Sendable {
        let size: Int64
        let root: [UInt8]
        let mac: [UInt8]
        let state: [UInt8]
    }

    func setSnapshot(_ snapshot: Snapshot) throws {
        try write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO snapshot VALUES (1, ?, ?, ?, ?)",
                arguments: [snapshot.size, Data(snapshot.root), Data(snapshot.mac), Data(snapshot.state)])
        }
    }

    func snapshot() throws -> Snapshot? {
        try read { database in
            try Row.fetchOne(database, sql: "SELECT size, root, mac, state FROM snapshot").map { row in
                Snapshot(
                    size: row["size"], root: Array(row["root"] as Data), mac: Array(row["mac"] as Data),
                    state: Array(row["state"] as Data))
            }
        }
    }

    func read<R: Sendable>(_ body: (Database) throws -> R) throws -> R {
        try VaultError.wrap { try database.read(body) }
    }

    func write(_ body: (Database) throws -> Void) throws {
        try VaultError.wrap { try database.write(body) }
    }
}
