import Foundation
import Testing

@testable import Detection

@Suite("Sources: statements")
struct StatementClassTests {
    @Test func wordsDecideTheClass() {
        let cases: [(String, StatementClass)] = [
            ("select 1", .select), ("  /* x */ SELECT 1", .select), ("-- c\nTABLE patient", .select),
            ("(select 1)", .select),
            ("WITH a AS (SELECT 1) SELECT * FROM a", .select),
            ("WITH a AS (DELETE FROM t RETURNING *) TABLE a", .write),
            ("COPY t TO STDOUT", .copy), ("copy (select * from t where x = 'from') to '/tmp/x'", .copy),
            ("COPY t FROM STDIN", .write),
            ("COPY t (a, \"to\") FROM STDIN", .write), ("DECLARE c CURSOR FOR SELECT 1", .cursor),
            ("FETCH 10 FROM c", .cursor),
            ("insert into t values ('select')", .write), ("TRUNCATE t", .write), ("ALTER TABLE t ADD x int", .ddl),
            ("GRANT SELECT ON t TO x", .ddl), ("BEGIN", .other), ("", .other), ("set pgaudit.log = 'none'", .auditOff),
            ("SET SESSION pgaudit.log TO none", .auditOff), ("SET pgaudit.log = 'all, -read'", .auditOff),
            ("SET pgaudit.log = 'all'", .other), ("SET pgaudit.log_level = 'notice'", .other),
            ("ALTER SYSTEM SET pgaudit.log = 'ddl'", .auditOff),
            ("alter system set log_statement to 'none'", .auditOff),
            ("ALTER SYSTEM RESET shared_preload_libraries", .auditOff), ("ALTER SYSTEM SET work_mem = '1GB'", .ddl),
            ("ALTER ROLE x SET pgaudit.log = 'ddl'", .auditOff), ("ALTER ROLE x PASSWORD 'pgaudit'", .ddl),
            ("DROP EXTENSION IF EXISTS pgaudit", .auditOff), ("DROP EXTENSION hstore", .ddl),
            ("SELECT set_config('pgaudit.log', 'none', false)", .auditOff), ("SELECT 'pgaudit.log = none'", .select),
            ("SELECT 'never closed", .select), ("SELECT $x$ never closed", .select), ("/* never closed", .other),
        ]
        for (sql, expected) in cases { #expect(StatementClass(sql: sql) == expected, "\(sql)") }
    }

    /// A client that calls itself something else, and copies table after table, dumps all the same.
    @Test func manyTablesCopiedAreADump() {
        let lines = (1...6).map {
            MappingTests.jsonlog("AUDIT: SESSION,\($0),1,READ,COPY,,,COPY public.t\($0) (a) TO stdout,<none>,0")
        }
        let again = (1...6).map { _ in MappingTests.jsonlog("statement: COPY t TO stdout", session: "other") }
        let found = events(of: (lines + again).joined(separator: "\n"), PostgresJSONReader()).events
        let classes = found.map { $0.first(Taxonomy.statement) }
        #expect(classes == Array(repeating: "copy", count: 4) + ["dump", "dump"] + Array(repeating: "copy", count: 6))
        #expect(found.first?.first(Taxonomy.rows) == "0" && found.last?.first(Taxonomy.action) == "export")
    }

    /// The audit messages of pgAudit's own regression tests: each is decoded, whatever its commas, quotes and line
    /// ends.
    @Test(.enabled(if: SharedLogs.areThere, SharedLogs.missing)) func regressionMessagesAreDecoded() throws {
        let text = String(decoding: try TestFile.bytes(SharedLogs.path("pgaudit_regress.out")), as: UTF8.self)
        var (messages, open): ([String], String?) = ([], nil)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let before = open {
                open = before + "\n" + line
            } else if let place = line.range(of: "AUDIT: ") {
                open = String(line[place.lowerBound...])
            }
            guard let whole = open, !CSVRecord.isOpen(whole.utf8, before: false) else { continue }
            messages.append(whole)
            open = nil
        }
        #expect(messages.count == 415)
        let audits = messages.compactMap(AuditMessage.init)
        #expect(audits.count == 415)
        let classes = Dictionary(grouping: audits) { StatementClass(audit: $0) }.mapValues(\.count)
        #expect(classes == [.select: 73, .copy: 2, .cursor: 13, .write: 93, .ddl: 121, .auditOff: 28, .other: 85])
        #expect(audits.count { $0.fields[0] == "OBJECT" } > 0)
    }
}
