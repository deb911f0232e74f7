import Testing
import Vocabulary

@testable import Detection

@Suite("Sources: real logs", .enabled(if: SharedLogs.areThere, SharedLogs.missing))
struct RealLogTests {
    @Test func combinedHasTenThousandLines() throws {
        var (bytes, methods, first): (Int, Set<String>, Timestamp?) = (0, [], nil)
        let counts = try readAll(SharedLogs.path("apache_combined.log"), reader: { CombinedReader() }) { event in
            first = first ?? event.time
            bytes += event.first(Taxonomy.bytes).flatMap { Int($0) } ?? 0
            methods.insert(event.first("request_method") ?? "")
            #expect(event.first(Taxonomy.route) != nil && event.first(Taxonomy.origin) != nil)
        }
        #expect(counts.events == 10_000 && counts.allRefused == 0)
        #expect(first == Timestamp(log: "2015-05-17T10:05:03Z"))
        #expect(bytes == 2_747_282_740)
        #expect(methods == ["GET", "HEAD", "POST", "OPTIONS"])
    }

    @Test func zeekHas1250Connections() throws {
        var kinds: Set<LogSource> = []
        let counts = try readAll(SharedLogs.path("zeek_conn.ndjson"), reader: { ZeekReader() }) { event in
            kinds.insert(event.source)
            #expect(event.first(Taxonomy.destination) != nil && event.first(Taxonomy.bytes) != nil)
        }
        #expect(counts.events == 1_250 && counts.allRefused == 0)
        #expect(kinds == [LogSource(category: "network_connection", product: "zeek", service: "conn")])
    }

    @Test func jsonlogIsRead() throws {
        var first: Timestamp?
        let counts = try readAll(SharedLogs.path("pg_vacuums.json.gz"), reader: { PostgresJSONReader() }) {
            first = first ?? $0.time
        }
        #expect(counts.events == counts.lines && counts.lines == 3_544 && counts.allRefused == 0)
        #expect(first == Timestamp(log: "2024-06-26T22:00:07.369Z"))
    }

    @Test func stderrLogOfAService() throws {
        let prefix = try #require(LogLinePrefix("%t:%r:%u@%d:[%p]:"))
        var (statements, logins, accounts): ([String: Int], Int, Set<String>) = ([:], 0, [])
        let limit = FullRuns.size(Int.max, byDefault: 6_000)
        let counts = try readAll(
            SharedLogs.path("rds.log.bz2"), atMost: limit, reader: { PostgresTextReader(prefix: prefix) }
        ) { event in
            if let kind = event.first(Taxonomy.statement) { statements[kind, default: 0] += 1 }
            if event.first(Taxonomy.outcome) == "failure", event.first(Taxonomy.action) == "login" { logins += 1 }
            if let account = event.first(Taxonomy.account) { accounts.insert(account) }
        }
        #expect(counts.events == min(limit, 114_604) && counts.refused == [:])
        #expect(!FullRuns.isFull || counts.lines == 114_604)
        #expect(logins == 2 && accounts == ["gilles", "postgres"])
        #expect(statements["select"] != nil && statements["write"] != nil)
    }

    @Test func stderrLogWithSessionPrefix() throws {
        let prefix = try #require(LogLinePrefix("%m [%p] %q%u@%d "))
        var errors: [Event] = []
        let counts = try readAll(SharedLogs.path("pg_rawcsv.log"), reader: { PostgresTextReader(prefix: prefix) }) {
            event in
            if event.first(Taxonomy.account) != nil { errors.append(event) }
        }
        #expect(counts.events == 9 && counts.refused == [.form: 2])
        #expect(errors.map { $0.first("query")?.prefix(8) } == ["SELECT T", "select *"])
        #expect(
            errors.allSatisfy { $0.first(Taxonomy.statement) == "select" && $0.first(Taxonomy.outcome) == "failure" })
        #expect(errors.first?.first("detail") == "This value contradicts a previous setting for the same field type.")
    }
}
