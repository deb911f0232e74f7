import Dispatch
import Foundation
import GRDB
import Synchronization
import Vocabulary

/// One practice's SQLite file, opened at first use.
final class PracticeFile: Sendable {
    /// Pages that one connection keeps in memory at most, in KiB.
    private static let cacheKiB = 8192
    /// Pages of the log that are folded into the file at once: a large import changes the index's pages again and again.
    private static let checkpointPages = 8192

    /// Bytes to which the log is cut when it begins anew.
    private static let journalBytes = 4 << 20

    let practice: PracticeID
    private let path: String
    private let maximumBytes: Int
    private let pool = Mutex<DatabasePool?>(nil)

    init(practice: PracticeID, directory: String, maximumBytes: Int) {
        self.practice = practice
        self.path = "\(directory)/\(practice).sqlite"
        self.maximumBytes = maximumBytes
    }

    /// The open file, if it is open.
    var opened: DatabasePool? { pool.withLock { $0 } }

    /// Opens the file, which takes milliseconds; nil when there is none and none shall be made.
    ///
    /// Runs on one serial queue with ``close()``, so that a file is never opened while it is being closed.
    func open(create: Bool) throws -> DatabasePool? {
        if let opened { return opened }
        guard create || FileManager.default.fileExists(atPath: path) else { return nil }
        try makeFile()
        let opened = try DatabasePool(path: path, configuration: configuration)
        try Schema.prepare(opened, practice: practice)
        pool.withLock { $0 = opened }
        return opened
    }

    /// Closes the file; SQLite then folds its journal into it. A failure leaves the journal for the next opening.
    func close() {
        let closing = pool.withLock { pool in
            defer { pool = nil }
            return pool
        }
        // The pool closes its writer first, and a reader that is last cannot fold the journal: so the readers go
        // before.
        closing?.invalidateReadOnlyConnections()
        try? closing?.close()
    }

    /// Makes an empty file that only its owner may read; the journals inherit that.
    private func makeFile() throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        let made = FileManager.default.createFile(
            atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        guard made else { throw StoreError(.unavailable, table: "file") }
    }

    private var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = max(2, ProcessInfo.processInfo.activeProcessorCount)
        configuration.foreignKeysEnabled = true
        let pages = maximumBytes / 4096
        configuration.prepareDatabase { db in
            try Schema.checkApplication(db)
            try db.execute(sql: "PRAGMA secure_delete = ON")
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
            try db.execute(sql: "PRAGMA cell_size_check = ON")
            try db.execute(sql: "PRAGMA cache_size = -\(PracticeFile.cacheKiB)")
            try db.execute(sql: "PRAGMA max_page_count = \(pages)")
            // A deposit is bounded, and what it changes stays in memory until it is written once.
            try db.execute(sql: "PRAGMA cache_spill = OFF")
            try db.execute(sql: "PRAGMA wal_autocheckpoint = \(PracticeFile.checkpointPages)")
            try db.execute(sql: "PRAGMA journal_size_limit = \(PracticeFile.journalBytes)")
        }
        return configuration
    }
}
