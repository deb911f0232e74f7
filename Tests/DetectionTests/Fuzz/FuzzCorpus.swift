import Vocabulary

@testable import Detection

/// Valid inputs of each format. `zqsecretqz` stands where personal data would.
enum FuzzCorpus {
    static let secret = "zqsecretqz"

    static let postgresCSV = [
        #"2026-01-05 09:30:21.860 CET,"app","db",23678,"10.0.0.9:5123",6b09.5c,18,"SELECT",2026-01-05 09:30:21 CET,3/31,0,LOG,00000,"AUDIT: SESSION,16,1,READ,SELECT,TABLE,public.p,""select zqsecretqz, $1 from cabinet_12.p where practice_id = 'x'"",""x,y"",20",,,,,,,,,"psql","client backend",,0"#,
        "2026-01-05 09:30:21 UTC,\"app\",\"db\",1,\"[local]\",s,1,\"COPY\",,,0,LOG,00000,\"statement: copy t\nto stdout\",,,,,,,,,\"pg_dump\"",
        #"2026-01-05 09:30:21 UTC,"app","db",1,"::1",s,1,"",,,0,FATAL,28P01,"password authentication failed for user ""zqsecretqz""",,,,,,,,,"psql","client backend""#,
    ]
    static let postgresJSON = [
        #"{"timestamp":"2026-01-05 08:30:00.123 UTC","user":"app","pid":7,"session_id":"s","remote_host":"::1","error_severity":"LOG","message":"AUDIT: OBJECT,1,1,READ,SELECT,TABLE,c.p,\"select 'zqsecretqz'\",<none>,20"}"#,
        #"{"timestamp":"2026-01-05 08:30:00 CEST","error_severity":"ERROR","state_code":"42P01","statement":"select set_config('app.practice', 'p7', false)","message":"x","detail":"parameters: $1 = 'x', $2 = NULL"}"#,
        #"{"timestamp":"2026-01-05 08:30:00 UTC","error_severity":"LOG","message":"duration: 0.8 ms  execute a: SET app.practice = 'p'","action":[1,{"a":null}]}"#,
    ]
    static let postgresText = [
        "2026-01-05 08:30:00.000 UTC [12] app@db ::1 LOG:  statement: select\n\t'zqsecretqz'\n2026-01-05 08:30:00.000 UTC [12] app@db ::1 DETAIL:  parameters: $1 = 'a'",
        "2026-01-05 08:30:00.000 CET [12] ERROR:  x\n2026-01-05 08:30:00.000 CET [12] STATEMENT:  copy (select 1) to stdout",
        "2026-01-05 08:30:00.000 UTC [1] u@d [local] LOG:  AUDIT: SESSION,1,1,MISC,SET,,,set pgaudit.log = 'none',<not logged>",
    ]
    static let combined = [
        #"203.0.113.9 - zqsecretqz [05/Jan/2026:08:30:00 +0100] "GET /api/practices/12/patients/77?practice=a%2Cb HTTP/1.1" 200 5123 "-" "curl\x22/8 \"x\"""#,
        #"::1 - - [05/Jan/2026:08:30:00 +0000] "POST /$export HTTP/2.0" 401 -"#,
        #"10.0.0.1 - u v [29/Feb/2024:23:59:60 -1100] "\x16\x03\x01" 400 157 "-" "-""#,
    ]
    static let webJSON = [
        #"{"time_iso8601":"2026-01-05T08:30:00+01:00","remote_addr":"10.0.0.1","remote_user":"zqsecretqz","request":"GET /a/12?b=1 HTTP/1.1","status":200,"body_bytes_sent":"5","http_x_practice":"p1"}"#,
        #"{"msec":"1767600000.123","request_uri":"/a/b?c","request_method":"DELETE","status":"403","bytes_sent":7,"a":{"b":[1,null,true,{"c":"d"}]}}"#,
    ]
    static let zeek = [
        "#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\tconn\n#fields\tts\tuid\tid.orig_h\tid.resp_h\torig_bytes\tresp_bytes\tlocal_orig\n1725368066.783233\tzqsecretqz\t10.0.0.5\t203.0.113.9\t5100\t31\tT",
        #"{"ts":1725368066.7,"uid":"C","id.orig_h":"10.0.0.5","id.resp_h":"fe80::1","orig_bytes":5,"resp_bytes":9,"local_resp":true}"#,
        "#fields\tts\taction\n1\tSMB::FILE_OPEN",
    ]
    static let nfdump = [
        "[\n{\n\t\"type\" : \"FLOW\",\n\t\"first\" : \"2026-07-01T10:00:00.000\",\n\t\"last\" : \"2026-07-01T10:00:05.250\",\n\t\"in_bytes\" : 17,\n\t\"src4_addr\" : \"10.0.0.1\",\n\t\"dst4_addr\" : \"203.0.113.5\",\n\t\"label\" : \"zqsecretqz\"\n},\n]",
        #"{"first":"2026-07-01T10:00:00Z","src6_addr":"::1","dst6_addr":"fd00::2","bytes":5}"#,
        "[\nNo matching flows\n]",
    ]
    static let syslog = [
        #"<190>1 2026-01-05T09:30:00.5+01:00 web1 nginx 12 - [o@1 k="a\"b\]"][p@2 l="zqsecretqz"] 1.2.3.4 - u [05/Jan/2026:09:30:00 +0100] "GET /x HTTP/1.1" 200 7 "-" "-""#,
        "Jan  5 08:30:01 db1 postgres[88]: [7-1] 2026-01-05 08:30:00 UTC [88] app@db LOG:  statement: select 'a\nJan  5 08:30:01 db1 postgres[88]: [7-2] #011 b'\nJan  5 08:30:01 db1 postgres[88]: [7-3] 2026-01-05 08:30:00 UTC [88] app@db DETAIL:  d",
        "<13>1 - - - - - - \u{FEFF}hello", "<34>2026-01-05T08:30:02.1Z host app[1]: text", "Feb 29 23:59:60 h a: b",
    ]
    static let ocsf = [
        #"{"class_uid":4001,"time":1767600000123,"status_id":1,"src_endpoint":{"ip":"10.0.0.1"},"dst_endpoint":{"ip":"5.6.7.8"},"traffic":{"bytes_out":12},"metadata":{"product":{"name":"Fw"}}}"#,
        #"{"class_uid":6005,"time_dt":"2026-01-05T08:30:00Z","activity_name":"Query","actor":{"user":{"name":"zqsecretqz"}},"action":"Allowed","http_request":{"url":{"path":"/a/1"}}}"#,
    ]
    static let ecs = [
        #"{"@timestamp":"2026-01-05T08:30:00.000Z","event":{"category":["web"],"dataset":"nginx.access","outcome":"success"},"user.name":"zqsecretqz","source":{"ip":"1.1.1.1"},"url":{"path":"/a/12345"},"http":{"request":{"method":"get"},"response":{"body":{"bytes":3}}}}"#,
        #"{"@timestamp":"2026-01-05T08:30:00Z","event.dataset":".","event.action":"Export","host":{"name":"h"},"tags":[[["x"]],[]]}"#,
    ]
    static let cloudTrail = [
        #"{"Records":[{"eventTime":"2026-01-05T08:30:00Z","eventName":"GetObject","userIdentity":{"arn":"zqsecretqz"}},{"eventTime":"2026-01-05T08:30:01Z","eventName":"ConsoleLogin","responseElements":{"ConsoleLogin":"Failure"}}]}"#,
        #"{"eventTime":"2026-01-05T08:30:00Z","eventName":"ExportImage","sourceIPAddress":"1.2.3.4","additionalEventData":{"bytesTransferredOut":9},"errorCode":"AccessDenied"}"#,
    ]
    static let fhir = [
        #"{"resourceType":"AuditEvent","recorded":"2026-01-05T08:30:00Z","action":"R","outcome":"0","subtype":[{"code":"read"}],"agent":[{"who":{"reference":"Device/d"},"requestor":false},{"who":{"identifier":{"value":"zqsecretqz"}},"requestor":true,"network":{"address":"1.2.3.4"}}],"entity":[{"what":{"reference":"https://x/Patient/77/_history/1"}},{"what":{"reference":"Patient/é"}}]}"#
    ]
    static let ledger: [String] = {
        let (practice, member) = (PracticeID(high: 1, low: 1), MemberID(high: 1, low: 2))
        let release = Release(
            subject: SubjectID(high: 1, low: 3), tier: .medical, epoch: 1, holder: .member(member),
            session: SessionID(high: 1, low: 4), sessionClass: .passkey, gateway: GatewayID(high: 1, low: 5),
            purpose: .read, opening: true, dormant: false, expected: true)
        let link = PracticeLink(practice: practice, n: 1, previous: Array(repeating: 0, count: 32))
        return ([0, 1_767_600_000_123] as [Int64]).map { time in
            let entry = LedgerEntry(time: Timestamp(milliseconds: time), link: link, event: .release(release))
            return String(decoding: entry.bytes, as: UTF8.self)
        }
    }()

    static let mapping = [
        """
        mapping:
          - source: {product: postgresql}
            take:
              - schema: cabinet_{practice}
              - literal: {practice_id: practice}
              - setting: {app.practice: practice}
          - source: {product: nginx}
            take:
              - path: /api/practices/{practice}/patients/{patient}
              - query: {practice: practice}
              - field: http_x_user
                template: "{account}-{host}"
              - constant: {host: front1}
              - field: {bytes_sent: bytes}
        """
    ]
    static let pipeline = [
        """
        name: p
        priority: 10
        vars: {who: [a, b]}
        transformations:
          - {id: x, type: field_name_mapping, mapping: {a: [b, c], d: e}}
          - type: add_condition
            conditions: {x: y}
            rule_conditions: [{type: logsource, product: p}]
          - {type: value_placeholders, include: [who]}
          - {type: drop_detection_item, field_name_conditions: [{type: include_fields, fields: [z]}]}
          - {type: change_logsource, product: q}
        """
    ]
    static let rules = [
        """
        title: one
        name: one
        logsource: {product: nginx, category: webserver}
        detection:
            a: {uri|contains: ['/export', '*all*'], status|gte: 200}
            b:
                - origin|cidr: 10.0.0.0/8
                - account|re|i: '^dr-[0-9]{1,4}$'
                - user_name|base64offset|contains: secret
            keywords: ['zqsecretqz', 'x?y']
            condition: (a and not b) or 1 of key*
        """,
        """
        title: many
        correlation:
            type: value_count
            rules: [one]
            group-by: [account]
            timespan: 1h
            condition: {field: practice, gte: 3}
        ---
        title: order
        correlation: {type: temporal_ordered, rules: [one, many], timespan: 5m, group-by: [account]}
        ---
        title: sum
        correlation: {type: value_sum, rules: one, timespan: 1d, condition: {field: bytes, gt: 1e6, lt: 9e9}}
        ---
        title: middle
        correlation: {type: value_percentile, rules: one, timespan: 10s, condition: {field: rows, gte: 5, percentile: 90}}
        """,
        """
        title: two
        id: 5f0c
        logsource: {product: postgresql}
        detection:
            s1: {rows|lt: 9, query|windash|contains|all: ['-a', 'b'], time|hour: 3}
            s2: {detail: null, query|exists: true, account|fieldref: user_name, host|cased|endswith: X}
            condition: all of s*
        ---
        title: f
        logsource: {product: postgresql}
        filter: {rules: any, selection: {account|startswith: adm_}, condition: not selection}
        """,
    ]
    static let roles = ["account,role\n# comment\ndr-*,physician\nzqsecretqz,nurse\n*-desk,secretary\n"]
    static let limits = ["nurse, 1, 2, 3\nphysician,10,100,1000\n# zqsecretqz\n"]
    static let state = [
        #"{"v":1,"files":[{"path":"/a/zqsecretqz","device":"1","inode":"2","head":"00ff","headLength":2,"from":0,"offset":9,"line":1,"events":0}]}"#
    ]
}
