import GRDB
import Vocabulary

extension SQLiteRecordStore {
    /// Bytes that one page of versions holds in memory, a single larger version apart: 4 MiB.
    private static let pageBytes = 4 << 20

    /// Page by page, so that no transaction stays open while the caller works.
    public func forEachVersion(
        in practice: PracticeID, _ body: @Sendable (StoredVersion) async throws -> Void
    ) async throws {
        var last: Int64 = 0
        while true {
            let after = last
            let page = try await read(practice) { db in
                try VersionQuery(db, .all).written(after: after, bytes: SQLiteRecordStore.pageBytes)
            }
            guard let page, !page.versions.isEmpty else { return }
            for version in page.versions { try await body(version) }
            last = page.last
        }
    }

    /// Counts by reading the tables through.
    public func statistics(of practice: PracticeID) async throws -> StoreStatistics {
        let sql = """
            SELECT (SELECT count(*) FROM patient p JOIN deposit d ON d.seq = p.deposit WHERE d.visible = 1),
            (SELECT count(*) FROM resource WHERE number > 0 AND deleted = 0),
            (SELECT coalesce(sum(number), 0) FROM resource), (SELECT count(*) FROM token),
            (SELECT count(*) FROM deposit WHERE visible = 0),
            (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size)
            """
        let statistics = try await read(practice) { db in
            try Columns.one(db, "resource", sql: sql) { columns in
                var statistics = StoreStatistics()
                statistics.patients = try columns.number(0)
                statistics.resources = try columns.number(1)
                statistics.versions = try columns.number(2)
                statistics.rows = try columns.number(3)
                statistics.pending = try columns.number(4)
                statistics.bytes = try columns.number(5)
                return statistics
            }
        }
        return (statistics ?? nil) ?? StoreStatistics()
    }
}
