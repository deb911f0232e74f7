import Testing
import Vocabulary

@testable import Detection

@Suite("Sources: mapping")
struct MappingTests {
    static let yaml = """
        mapping:
          - source: {category: database, product: postgresql}
            take:
              - field: user
                template: cabinet_{practice}
              - schema: cabinet_{practice}
              - literal: {practice_id: practice, patient_id: patient}
              - setting: {app.practice: practice}
              - constant: {host: db1}
          - source: {category: webserver}
            take:
              - path: /api/practices/{practice}/patients/{patient}
              - path: /api/practices/{practice}
              - query: {cabinet: practice}
              - field: {http_x_practice: practice}
        """

    static func jsonlog(_ message: String, user: String = "app", session: String = "s1", more: String = "") -> String {
        let text = message.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        return #"{"timestamp":"2026-01-05 08:30:00.000 UTC","user":"\#(user)","session_id":"\#(session)","#
            + #""error_severity":"LOG","message":"\#(text)"\#(more)}"#
    }

    func practices(_ messages: [String], user: String = "app") throws -> [[String]] {
        let mapping = try FieldMapping(yaml: MappingTests.yaml, file: "mapping.yaml")
        let text = messages.map { MappingTests.jsonlog($0, user: user) }.joined(separator: "\n")
        return events(of: text, PostgresJSONReader(), mapping: mapping).events.map { $0.values(Taxonomy.practice) }
    }

    @Test func literalsOfQueriesNamePractices() throws {
        let cases: [(String, [String])] = [
            ("select * from p where practice_id = '3'", ["3"]),
            ("select * from p where p.practice_id=12 and name = '7'", ["12"]),
            ("select * from p where '4' = practice_id", ["4"]),
            ("select * from p where practice_id in ('1', '2','1')", ["1", "2"]),
            ("select * from p where practice_id = any ('{5,\"6\"}'::text[])", ["5", "6"]),
            ("select * from p where practice_id = any (array['5', '6']) and x in ('9')", ["5", "6"]),
            ("select * from p where \"practice_id\" = E'a\\'b'", ["a'b"]),
            ("select * from p where practice_id <> '3' or practice_id != '4' or practice_id >= '5'", []),
            ("select * from p where practice_id not in ('3')", []),
            ("select * from p where not practice_id = '3' and practice_id = '4'", ["4"]),
            (
                """
                select * from p -- practice_id = '3'\n where /* practice_id = '4' /* */ */ name = 'practice_id = \
                ''5'''
                """,
                []
            ),
            ("select $$practice_id = '3'$$, practice_id = $t$8$t$", ["8"]),
            ("select * from cabinet_7.patient join \"cabinet_8\".note using (id)", ["7", "8"]),
            ("select * from p where practice_id = practice", []),
            ("select 1", []),
        ]
        for (sql, expected) in cases {
            let found = try practices(["statement: " + sql])
            #expect(found == [expected], "\(sql)")
        }
    }

    @Test func parametersNamePractices() throws {
        let audit = "AUDIT: SESSION,1,1,READ,SELECT,,,select * from p where practice_id = $2 and x = $1,\"a,9\",3"
        #expect(try practices([audit]) == [["9"]])
        let mapping = try FieldMapping(yaml: MappingTests.yaml, file: "m")
        let line = MappingTests.jsonlog(
            "execute <unnamed>: select * from p where practice_id in ($1,$3)",
            more: #","detail":"parameters: $1 = '5', $2 = NULL, $3 = 'o''k'""#)
        let found = events(of: line, PostgresJSONReader(), mapping: mapping).events
        #expect(found.first?.values(Taxonomy.practice) == ["5", "o'k"])
        #expect(found.first?.first(Taxonomy.practices) == "2")
    }

    @Test func rolesNamePracticesAndNothingElseDoes() throws {
        #expect(try practices(["statement: select 1"], user: "cabinet_31") == [["31"]])
        #expect(try practices(["statement: select 1"], user: "cabinet_") == [[]])
        #expect(try practices(["statement: select 1"], user: "xcabinet_31") == [[]])
    }

    @Test func settingsAreRememberedPerSession() throws {
        let found = try practices([
            "statement: select 1", "statement: SET LOCAL app.practice = '4'", "statement: select 2",
            "statement: select set_config('app.practice', '5', false)", "statement: select 3",
            "statement: discard all", "statement: select 4", "statement: set app.practice to 6",
            "connection authorized: user=app", "statement: select 5",
        ])
        #expect(found == [[], ["4"], ["4"], ["5"], ["5"], [], [], ["6"], [], []])
    }

    @Test func pathsNamePracticesAndRoutes() throws {
        let mapping = try FieldMapping(yaml: MappingTests.yaml, file: "mapping.yaml")
        let cases: [(String, String, [String], [String])] = [
            ("/api/practices/p%201/patients/77", "/api/practices/{practice}/patients/{patient}", ["p 1"], ["77"]),
            (
                "/api/practices/9/patients/77/notes/123?x=1", "/api/practices/{practice}/patients/{patient}/notes/{id}",
                ["9"], ["77"]
            ),
            ("/api/practices/9/export", "/api/practices/{practice}/export", ["9"], []),
            ("/api/patients/8841?cabinet=a,b&cabinet=c&x=d", "/api/patients/{id}", ["a", "b", "c"], []),
            ("/api/x/5f7c9e0a-8d1b-4c55-9d0e-7a1f2b3c4d5e/pdf", "/api/x/{id}/pdf", [], []),
            ("/static/app.min.js", "/static/app.min.js", [], []),
        ]
        for (path, route, practices, patients) in cases {
            let line = #"1.2.3.4 - key7 [05/Jan/2026:08:30:00 +0100] "GET \#(path) HTTP/1.1" 200 512 "-" "curl""#
            let event = try #require(events(of: line, CombinedReader(), mapping: mapping).events.first)
            #expect(event.first(Taxonomy.route) == route)
            #expect(event.values(Taxonomy.practice) == practices)
            #expect(event.values(Taxonomy.patient) == patients)
            #expect(event.first(Taxonomy.account) == "key7" && event.first(Taxonomy.bytes) == "512")
            #expect(event.first(Taxonomy.practices) == (practices.isEmpty ? nil : String(practices.count)))
        }
    }

    @Test func constantsAndHeadersReplaceWhatTheReaderKnew() throws {
        let yaml =
            """
            mapping:\n  - source: {product: nginx}\n    take:\n      - field: {http_x_key: account}\n      - \
            constant: {host: front1}\n
            """
        let mapping = try FieldMapping(yaml: yaml, file: "m")
        let line =
            #"""
            {"msec":"1767600000.123","remote_user":"-","http_x_key":"key9","request_uri":"/a?b","status":"403",\#
            "server_name":"x"}
            """#
        let event = try #require(events(of: line, WebJSONReader(), mapping: mapping).events.first)
        #expect(event.values(Taxonomy.account) == ["key9"] && event.values(Taxonomy.host) == ["front1"])
        #expect(event.time == Timestamp(milliseconds: 1_767_600_000_123) && event.first(Taxonomy.outcome) == "failure")
    }

    @Test func errorsSayWhereAndWhatInstead() {
        let cases: [(String, Int, String)] = [
            ("mapping:\n  - source: {product: x}\n    take:\n      - literal: {a: practise}\n", 4, "not a field"),
            ("mapping:\n  - source: {prodct: x}\n    take: []\n", 2, "unknown key of a source"),
            ("mapping:\n  - take: []\n", 2, "needs a map `source`"),
            ("mapping:\n  - source: {}\n    take:\n      - regex: x\n", 4, "unknown kind"),
            ("mapping:\n  - source: {}\n    take:\n      - path: /a/{practice\n", 4, "without its }"),
            ("mapping:\n  - source: {}\n    take:\n      - path: /a/{practice}{patient}\n", 4, "two gaps"),
            ("mapping:\n  - source: {}\n    take:\n      - path: /a/b\n", 4, "there is no {gap}"),
            ("mapping: [\n", 2, "not YAML"), ("- a\n", 1, "needs `mapping`"),
        ]
        for (yaml, line, problem) in cases {
            let error = #expect(throws: RuleError.self) { try FieldMapping(yaml: yaml, file: "mapping.yaml") }
            #expect(
                error?.place.line == line && error?.description.contains(problem) == true,
                "\(error?.description ?? yaml)")
        }
    }

    @Test func templatesTakeLinearTime() throws {
        let template = try ValueTemplate("a{practice}a{patient}b")
        #expect(template.match(String(repeating: "a", count: 100_000)) == nil)
        #expect(template.match("axaybz") == nil)
        #expect(template.match("axayb")?.map(\.value) == ["x", "y"])
    }
}
