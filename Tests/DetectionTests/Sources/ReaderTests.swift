import Testing
import Vocabulary

@testable import Detection

@Suite("Sources: readers")
struct ReaderTests {
    static func fields(_ event: Event?, _ names: String...) -> [String?] { names.map { event?.first($0) } }

    @Test func csvlogRecordsSpanLines() {
        let start =
            #"""
            2026-01-05 09:30:21.860 CET,"app","db",23678,"10.0.0.9:5123",6b093f9d.5c7e,18,"SELECT",2026-01-05 \#
            09:30:21 CET,3/31,0,LOG,00000,
            """#
        let end = #",,,,,,,,,"psql","client backend",,0"#
        let one =
            start
                + """
                \"AUDIT: SESSION,16,1,READ,SELECT,TABLE,public.p,\"\"select\n  \"\"\"\"a,\"\"\"\"\n2026-01-05 09:30:21 \
                UTC,x\n from p\"\",<none>,20\"
                """
            + end
        let torn = start + "\"never closed\nmore"
        let (found, refused) = events(of: [one, torn, one, "x,y", ""].joined(separator: "\n"), PostgresCSVReader())
        #expect(found.count == 2 && refused == [.unfinished, .fields])
        #expect(
            Self.fields(
                found[0], "account", "rows", "origin", "statement", "pgaudit.object_name", "user_name", "action")
                == ["app", "20", "10.0.0.9", "select", "public.p", "app", "read"])
        #expect(found[1].first("pgaudit.statement") == "select\n  \"a,\"\n2026-01-05 09:30:21 UTC,x\n from p")
        #expect(found[0].time?.instant == "2026-01-05T08:30:21.860Z")
        #expect(found[0].source == LogSource(category: "database", product: "postgresql", service: "pgaudit"))
    }

    @Test func refusedLoginsAreFailures() {
        let line =
            #"""
            {"timestamp":"2026-01-05 08:30:00 UTC","user":"app","remote_host":"::1","error_severity":"FATAL",\#
            "state_code":"28P01","message":"password authentication failed for user \"app\""}
            """#
        let found = events(of: line, PostgresJSONReader()).events.first
        #expect(
            Self.fields(found, "account", "origin", "statement", "action", "outcome") == [
                "app", "::1", "login", "login", "failure",
            ])
    }

    @Test func zeekTextByItsHeader() {
        let text = """
            #separator \\x09
            #set_separator\t,
            #unset_field\t-
            #path\tconn
            #fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\torig_bytes\tresp_bytes\tlocal_orig\tlocal_resp
            #types\ttime\tstring\taddr\tport\taddr\tport\tcount\tcount\tbool\tbool
            1725368066.783233\tC1\t10.0.0.5\t40190\t203.0.113.9\t443\t5100\t31\tT\tF
            1725368067.5\tC2\t198.51.100.7\t40190\t10.0.0.5\t443\t12\t99000\tF\tT
            1725368068\tC3\t10.0.0.5\t1\t10.0.0.6\t2\t-\t-\tT\tT
            1725368068\tC4\tshort
            """
        let (found, refused) = events(of: text, ZeekReader())
        #expect(refused == [.fields] && found.count == 3)
        #expect(
            Self.fields(found[0], "destination", "bytes", "origin", "host") == [
                "203.0.113.9", "5100", "10.0.0.5", "10.0.0.5",
            ])
        #expect(
            Self.fields(found[1], "destination", "bytes", "origin", "host") == [
                "198.51.100.7", "99000", "198.51.100.7", "10.0.0.5",
            ])
        #expect(Self.fields(found[2], "orig_bytes", "bytes", "destination") == [nil, nil, "10.0.0.6"])
        #expect(found[0].time == Timestamp(milliseconds: 1_725_368_066_783))
    }

    @Test func nfdumpPrintsObjectsOverLines() {
        let flow = { (bytes: Int) in
            """
            {\n\t\"type\" : \"FLOW\",\n\t\"first\" : \"2026-07-01T10:00:00.000\",\n\t\"last\" : \
            \"2026-07-01T10:00:05.250\",\n\t\"in_bytes\" : \(bytes),\n\t\"src4_addr\" : \"10.0.0.1\",\
            \n\t\"dst4_addr\" : \"203.0.113.5\",\n\t\"label\" : \"<none>\"\n}
            """
        }
        let text =
            "[\n\(flow(5)),\n\(flow(7))]\n[\n\(flow(9))\n]\n[\nNo matching flows\n]\n[\n{\n\t\"type\" : \"FLOW\",\n{\n\"x\": 1\n}\n"
        let (found, refused) = events(of: text, NfdumpReader(zone: LogZone("Europe/Paris") ?? .utc))
        #expect(found.map { $0.first(Taxonomy.bytes) } == ["5", "7", "9"] && refused == [.unfinished, .time])
        #expect(Self.fields(found[0], "destination", "origin", "action") == ["203.0.113.5", "10.0.0.1", "connect"])
        #expect(found[0].time?.instant == "2026-07-01T08:00:05.250Z")
    }

    @Test func otherJSON() {
        let cases: [(any LogReader, String, [String: String])] = [
            (
                CloudTrailReader(),
                #"""
                {"eventTime":"2026-01-05T08:30:00Z","eventName":"GetObject","sourceIPAddress":"1.2.3.4",\#
                "userIdentity":{"arn":"arn:x"},"additionalEventData":{"bytesTransferredOut":9},\#
                "errorCode":"AccessDenied"}
                """#,
                [
                    "account": "arn:x", "origin": "1.2.3.4", "bytes": "9", "action": "read", "outcome": "failure",
                    "route": "GetObject",
                ]
            ),
            (
                FHIRAuditReader(),
                #"""
                {"resourceType":"AuditEvent","recorded":"2026-01-05T08:30:00Z","action":"R","outcome":"0",\#
                "agent":[{"who":{"reference":"Device/d"},"requestor":false},{"who":{"identifier":{"value":"u7"}},\#
                "requestor":true,"network":{"address":"1.2.3.4"}}],\#
                "entity":[{"what":{"reference":"https://x/Patient/77/_history/1"}},\#
                {"what":{"reference":"Observation/1"}}]}
                """#,
                [
                    "account": "u7", "patient": "77", "origin": "1.2.3.4", "action": "read", "outcome": "success",
                    "agent.who.reference": "Device/d", "AuditEvent.action": "R", "AuditEvent.outcome": "0",
                ]
            ),
            (
                OCSFReader(),
                #"""
                {"class_uid":4001,"time":1767600000123,"status_id":1,"src_endpoint":{"ip":"10.0.0.1"},\#
                "dst_endpoint":{"ip":"5.6.7.8"},"traffic":{"bytes_out":12},"metadata":{"product":{"name":"Fw"}}}
                """#,
                [
                    "origin": "10.0.0.1", "destination": "5.6.7.8", "bytes": "12", "outcome": "success",
                    "action": "connect",
                ]
            ),
            (
                ECSReader(),
                #"""
                {"@timestamp":"2026-01-05T08:30:00.000Z","event":{"category":["web"],"dataset":"nginx.access",\#
                "outcome":"success"},"user.name":"u","source":{"ip":"1.1.1.1"},"url":{"path":"/a/12345"},\#
                "http":{"request":{"method":"get"},"response":{"body":{"bytes":3}}}}
                """#,
                [
                    "account": "u", "origin": "1.1.1.1", "bytes": "3", "route": "/a/{id}", "action": "read",
                    "event.dataset": "nginx.access",
                ]
            ),
        ]
        for (reader, line, expected) in cases {
            let found = events(of: line, reader).events.first
            for (name, value) in expected { #expect(found?.first(name) == value, "\(name)") }
            #expect(found?.time != nil && found?.source != LogSource())
        }
    }

    /// Members that formats call by names of the taxonomy, with words of their own, stand behind the format's name.
    @Test func theTaxonomysWordsAreItsOwn() {
        let cases: [(any LogReader, String, [String: String])] = [
            (
                OCSFReader(), #"{"class_uid":4001,"time":1767600000123,"status_id":2,"action":"Denied"}"#,
                ["action": "connect", "outcome": "failure", "ocsf.action": "Denied"]
            ),
            (
                WebJSONReader(),
                #"{"time":"2026-01-05T08:30:00Z","request_method":"GET","status":200,"action":7,"outcome":["x"]}"#,
                ["action": "read", "outcome": "success", "nginx.action": "7", "nginx.outcome": "x"]
            ),
            (
                WebJSONReader(),
                #"{"time":"2026-01-05T08:30:00Z","request_method":"GET","status":200,"action":"export"}"#,
                ["action": "export", "outcome": "success"]
            ),
            (
                ECSReader(),
                #"""
                {"@timestamp":"2026-01-05T08:30:00Z","event.outcome":"success","outcome":null,"action":{"result":"x"}}
                """#,
                ["outcome": "success", "action.result": "x"]
            ),
            (
                CloudTrailReader(), #"{"eventTime":"2026-01-05T08:30:00Z","eventName":"GetObject","action":"s3:Get"}"#,
                ["action": "read", "cloudtrail.action": "s3:Get"]
            ),
            (
                NfdumpReader(),
                #"{"first":"2026-01-05T08:30:00Z","src4_addr":"10.0.0.1","dst4_addr":"5.6.7.8","action":"x"}"#,
                ["action": "connect", "nfdump.action": "x"]
            ),
            (
                ZeekReader(),
                #"""
                {"ts":1,"_path":"smb_files","id.orig_h":"10.0.0.1","id.resp_h":"10.0.0.2","action":"SMB::FILE_OPEN"}
                """#,
                ["action": "connect", "zeek.action": "SMB::FILE_OPEN"]
            ),
            (
                ZeekReader(), "#fields\tts\tid.orig_h\tid.resp_h\taction\n1\t10.0.0.1\t10.0.0.2\tSMB::FILE_OPEN",
                ["action": "connect", "zeek.action": "SMB::FILE_OPEN"]
            ),
            (
                PostgresJSONReader(),
                #"""
                {"timestamp":"2026-01-05 08:30:00 UTC","error_severity":"ERROR","statement":"select 1","action":"x",\#
                "message":"y"}
                """#,
                [
                    "statement": "select", "query": "select 1", "action": "read", "postgresql.action": "x",
                    "outcome": "failure",
                ]
            ),
        ]
        for (reader, text, expected) in cases {
            let found = events(of: text, reader).events.first
            for (name, value) in expected { #expect(found?.first(name) == value, "\(name)") }
        }
    }

    @Test func ledgerEntries() throws {
        let (practice, member) = (PracticeID(high: 1, low: 1), MemberID(high: 1, low: 2))
        let release = Release(
            subject: SubjectID(high: 1, low: 3), tier: .medical, epoch: 1, holder: .member(member),
            session: SessionID(high: 1, low: 4),
            sessionClass: .passkey, gateway: GatewayID(high: 1, low: 5), purpose: .read, opening: true, dormant: false,
            expected: true)
        let entry = LedgerEntry(
            time: Timestamp(milliseconds: 1_767_600_000_123),
            link: PracticeLink(practice: practice, n: 1, previous: Array(repeating: 0, count: 32)),
            event: .release(release))
        let line = String(decoding: entry.bytes, as: UTF8.self)
        let (found, refused) = events(of: line + "\n" + line.dropLast() + ",\"x\":1}", LedgerEventReader())
        #expect(refused == [.form] && found.count == 1)
        #expect(
            Self.fields(found.first, "practice", "account", "tier", "rows", "route", "action", "kind", "practices")
                == [practice.description, member.description, "medical", "1", "release", "read", "release", "1"])
        #expect(found.first?.first("patient") == release.subject?.description && found.first?.time == entry.time)
    }

    @Test func syslogCarriesOtherLogs() throws {
        let prefix = try #require(LogLinePrefix("%q%u@%d "))
        let now = try #require(Timestamp(log: "2026-01-05T12:00:00Z"))
        let reader = SyslogReader(
            ["nginx": CombinedReader(), "postgres": PostgresTextReader(prefix: prefix)], clock: ManualClock(now))
        let text = """
            <190>1 2026-01-05T09:30:00.5+01:00 web1 nginx 12 - [o@1 k="a\\"b\\]"] \
            1.2.3.4 - u [05/Jan/2026:09:30:00 +0100] "GET /x HTTP/1.1" 200 7 "-" "-"
            Jan  5 08:30:01 db1 postgres[88]: [7-1] app@db LOG:  statement: select 'a very long
            Jan  5 08:30:01 db1 postgres[89]: [3-1] other@db LOG:  statement: select 2
            Jan  5 08:30:01 db1 postgres[88]: [7-2]  line',
            Jan  5 08:30:01 db1 postgres[88]: [7-3] #011 1
            Jan  5 08:30:01 db1 postgres[88]: [7-4] app@db DETAIL:  d
            <34>Jan  5 08:30:02 db1 postgres[88]: [9-2] no first part
            <13>1 - - - - - - hello
            <999>x
            """
        let (found, refused) = events(of: text, reader)
        #expect(refused == [.form] && found.count == 4)
        #expect(Self.fields(found.first, "account", "host", "syslog.sd.o@1.k", "bytes") == ["u", "web1", "a\"b]", "7"])
        let query = found.first { $0.first("account") == "app" }
        #expect(query?.first("query") == "select 'a very long line',\n 1" && query?.first("detail") == "d")
        #expect(query?.time?.instant == "2026-01-05T08:30:01.000Z" && query?.first("host") == "db1")
        #expect(found.contains { $0.first("message") == "hello" })
    }

    @Test func emptyAndPaddedValuesOfThePrefix() throws {
        let cases: [(String, String, [String?])] = [
            ("db=%d,user=%u,client=%h ", "db=,user=,client= LOG:  ready at 1", [nil, nil, "ready at 1"]),
            ("db=%d,user=%u,client=%h ", "db=d,user=u,client=::1 LOG:  ready", ["u", "::1", "ready"]),
            ("%u %h %d ", "   LOG:  ready at 2", [nil, nil, "ready at 2"]),
            ("%6u %h ", "   app ::1 LOG:  ready", ["app", "::1", "ready"]),
        ]
        for (setting, line, expected) in cases {
            let prefix = try #require(LogLinePrefix(setting))
            let found = events(of: line, PostgresTextReader(prefix: prefix)).events.first
            #expect(Self.fields(found, "user_name", "connection_from", "message") == expected, "\(setting)")
        }
    }

    @Test func framesOfSyslogOverTCP() {
        let stream =
            "5 hello11 <13>1 a\nb c<13>line\n" + String(repeating: "x", count: 40) + "\n50 "
            + String(repeating: "y", count: 50) + "2 ok"
        for step in 1...7 {
            var (frames, found): (SyslogFrames, [SyslogFrames.Frame]) = (SyslogFrames(limit: 32), [])
            let bytes = Array(stream.utf8)
            for start in stride(from: 0, to: bytes.count, by: step) {
                frames.append(bytes[start..<min(start + step, bytes.count)])
                while let frame = frames.cut() { found.append(frame) }
            }
            let texts = ["hello", "<13>1 a\nb c", "<13>line", "ok"].map { SyslogFrames.Frame.message(Array($0.utf8)) }
            #expect(found == [texts[0], texts[1], texts[2], .tooLong, .tooLong, texts[3]], "steps of \(step)")
        }
    }

    @Test(arguments: ["13>line\n", "1234567890 x", "99999999999999999999 x"]) func brokenFramesAreToldOnce(
        _ stream: String
    ) {
        var frames = SyslogFrames()
        frames.append("2 ok\(stream)".utf8)
        #expect(frames.cut() == .message(Array("ok".utf8)) && frames.cut() == .broken && frames.cut() == nil)
        frames.append("2 ok".utf8)
        #expect(frames.cut() == nil)
    }

    @Test(.enabled(if: SharedLogs.areThere, SharedLogs.missing)) func realSyslog() throws {
        let prefix = try #require(LogLinePrefix("db=%d,user=%u,app=%a,client=%h "))
        let now = try #require(Timestamp(log: "2019-06-01T00:00:00Z"))
        var (accounts, queries): (Set<String>, Int) = ([], 0)
        let limit = FullRuns.size(Int.max, byDefault: 6_000)
        let counts = try readAll(
            SharedLogs.path("pg-syslog.1.bz2"), atMost: limit,
            reader: { SyslogReader(["postgres": PostgresTextReader(prefix: prefix)], clock: ManualClock(now)) }
        ) { event in
            if let account = event.first(Taxonomy.account) { accounts.insert(account) }
            if event.first("query")?.contains("\n") == true { queries += 1 }
            #expect(event.time.map { $0.instant.hasPrefix("2019-02-") } == true)
        }
        // 59,896 parts `[n-1]` of PostgreSQL and 3 messages of systemd; the other 22 parts go on.
        #expect(counts.events == min(limit, 59_899) && counts.refused == [:])
        #expect(!FullRuns.isFull || counts.lines == 59_921)
        #expect(accounts == ["gilles", "postgres"] && queries == 3)
    }
}
