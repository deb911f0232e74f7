import Foundation
import GRDB
import Vocabulary

/// Records in SQLite, a file per practice: `<directory>/<practice>.sqlite`.
///
/// Writes run one after the other per practice, each in an immediate transaction synced to disk, on the file's own
/// queue. Reads of an open file run at once on the calling thread, beside writes: they take microseconds.
public struct SQLiteRecordStore: RecordStore {
    private let directory: String
    private let files: OpenFiles

    /// Prepares a store in a directory, which is made when it is missing, for its owner only.
    ///
    /// `maximumOpenFiles` idle files stay open, more only while they are in use; a practice's file may grow to
    /// `maximumFileBytes`. Throws `unavailable` when the directory cannot be made.
    public init(directory: String, maximumOpenFiles: Int = 64, maximumFileBytes: Int = 64 << 30) throws(StoreError) {
        self.directory = directory
        files = OpenFiles(directory: directory, limit: max(1, maximumOpenFiles), maximumBytes: maximumFileBytes)
        do {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StoreError(.unavailable, table: "file")
        }
    }

    /// How many files are open.
    var openFileCount: Int { files.count }

    /// The practices whose files lie in the directory.
    public func practices() async throws -> [PracticeID] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
            throw StoreError(.unavailable, table: "file")
        }
        return names.compactMap { $0.hasSuffix(".sqlite") ? PracticeID($0.dropLast(7)) : nil }.sorted()
    }

    /// Closes idle files now and the others when their last call ends.
    public func close() async { await files.close() }

    /// Reads from one moment's state; nil when the practice has no file.
    func read<T>(_ practice: PracticeID, _ body: (Database) throws -> T) async throws -> T? {
        try await StoreError.translating(practice) {
            try await files.with(practice, create: false) { try SQLiteRecordStore.readNow($0, body) }
        }
    }

    /// Reads with one outer statement, whose own transaction spares a second one; nil when the practice has no file.
    func readWithOneStatement<T>(_ practice: PracticeID, _ body: (Database) throws -> T) async throws -> T? {
        try await StoreError.translating(practice) {
            try await files.with(practice, create: false) { try SQLiteRecordStore.readBarely($0, body) }
        }
    }

    /// Writes in one immediate transaction; nil when the practice has no file and none shall be made.
    func write<T: Sendable>(
        _ practice: PracticeID, create: Bool, _ body: @escaping @Sendable (Database) throws -> T
    ) async throws -> T? {
        try await StoreError.translating(practice) {
            try await files.with(practice, create: create) { try await $0.write(body) }
        }
    }

    /// Runs outside any transaction on the writer; nothing when the practice has no file.
    func maintain(_ practice: PracticeID, _ body: @escaping @Sendable (Database) throws -> Void) async throws {
        try await StoreError.translating(practice) {
            _ = try await files.with(practice, create: false) { try await $0.writeWithoutTransaction(body) }
        }
    }

    /// Not async, so that the call does not hop to another thread.
    private static func readNow<T>(_ pool: DatabasePool, _ body: (Database) throws -> T) throws -> T {
        try pool.read(body)
    }

    /// The same, without a transaction around the statement.
    private static func readBarely<T>(_ pool: DatabasePool, _ body: (Database) throws -> T) throws -> T {
        try pool.unsafeRead(body)
    }
}
