import Foundation
import Store

/// Runs `body` with the path of a directory that is removed afterwards.
func withTemporaryDirectory<T>(_ body: (String) async throws -> T) async throws -> T {
    let path = NSTemporaryDirectory() + "colloque-store-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await body(path)
}

/// Runs `body` with a SQLite store in a temporary directory, and closes it.
func withSQLiteStore<T>(
    maximumOpenFiles: Int = 64, maximumFileBytes: Int = 1 << 30,
    _ body: (SQLiteRecordStore, String) async throws -> T
) async throws -> T {
    try await withTemporaryDirectory { path in
        let directory = path + "/records"
        let store = try SQLiteRecordStore(
            directory: directory, maximumOpenFiles: maximumOpenFiles, maximumFileBytes: maximumFileBytes)
        do {
            let result = try await body(store, directory)
            await store.close()
            return result
        } catch {
            await store.close()
            throw error
        }
    }
}
