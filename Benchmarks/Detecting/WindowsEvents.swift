import Detection

/// Makes events like those that Sysmon writes, no two the same; values of real events are mixed in.
struct WindowsEvents {
    /// A kind of event: its number, the category of rules about it, and its fields.
    struct Kind {
        let id: Int
        let category: String
        let fields: [String]

        init(_ id: Int, _ category: String, _ fields: String) {
            (self.id, self.category, self.fields) = (id, category, fields.split(separator: " ").map(String.init))
        }
    }

    /// Small ones.
    static let small = [
        Kind(11, "file_event", "UtcTime ProcessGuid ProcessId Image TargetFilename User"),
        Kind(13, "registry_set", "EventType UtcTime ProcessGuid ProcessId Image TargetObject Details User"),
        Kind(22, "dns_query", "UtcTime ProcessGuid ProcessId QueryName QueryStatus QueryResults Image User"),
        Kind(
            3, "network_connection",
            "UtcTime ProcessId Image User Protocol SourceIp SourcePort DestinationIp DestinationPort"),
        Kind(7, "image_load", "UtcTime ProcessId Image ImageLoaded Signed Signature User"),
        Kind(1, "process_creation", "UtcTime ProcessId Image CommandLine User ParentImage"),
    ]

    /// A process's start with all its fields.
    static let full = Kind(
        1, "process_creation",
        "RuleName UtcTime ProcessGuid ProcessId Image FileVersion Description Product Company OriginalFileName CommandLine "
            + "CurrentDirectory User LogonGuid LogonId TerminalSessionId IntegrityLevel Hashes ParentProcessGuid ParentProcessId "
            + "ParentImage ParentCommandLine ParentUser")

    private var numbers: SeededNumbers
    /// JSON values by field, of real events.
    private let real: [String: [String]]

    init(seed: UInt64, real: [String: [String]]) {
        numbers = SeededNumbers(seed: seed)
        self.real = real
    }

    /// Small events, nested as Windows' XML nests them.
    mutating func raw(_ count: Int) -> DetectEvents {
        var events = DetectEvents("raw")
        for _ in 0..<count {
            let kind = WindowsEvents.small[Int.random(in: WindowsEvents.small.indices, using: &numbers)]
            let system =
                ##"{"Provider":{"#attributes":{"Name":"Microsoft-Windows-Sysmon"}},"EventID":\##(kind.id),"Level":4,"##
                + #""EventRecordID":\#(number(1_000_000)),"Channel":"Microsoft-Windows-Sysmon/Operational","#
                + #""Computer":"\#(word())"}"#
            events.add(#"{"Event":{"System":\#(system),"EventData":{\#(body(kind))}}}"#, source(kind))
        }
        return events
    }

    /// Events of about a thousand bytes whose fields stand side by side.
    mutating func structured(_ count: Int) -> DetectEvents {
        var events = DetectEvents("structured")
        for _ in 0..<count {
            let kind = WindowsEvents.full
            let head =
                #"{"EventID":\#(kind.id),"Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"\#(word())","#
                + #""Provider_Name":"Microsoft-Windows-Sysmon","#
            events.add(head + body(kind) + "}", source(kind))
        }
        return events
    }

    private func source(_ kind: Kind) -> LogSource {
        LogSource(category: kind.category, product: "windows", service: "sysmon")
    }

    private mutating func body(_ kind: Kind) -> String {
        kind.fields.map { #""\#($0)":\#(json($0))"# }.joined(separator: ",")
    }

    /// A field's value as JSON: one in twenty from a real event.
    private mutating func json(_ field: String) -> String {
        if let known = real[field], number(20) == 0 { return known[number(known.count)] }
        if field.hasSuffix("ProcessId") || field.hasSuffix("Port") || field == "TerminalSessionId" {
            return String(number(65_536))
        }
        return "\"" + text(field).replacing("\\", with: "\\\\") + "\""
    }

    private mutating func text(_ field: String) -> String {
        switch field {
        case "UtcTime":
            "2026-04-\(10 + number(20)) \(10 + number(14)):\(10 + number(50)):\(10 + number(50)).\(100 + number(900))"
        case let field where field.hasSuffix("Guid"): "{\(hex(8))-\(hex(4))-\(hex(4))-\(hex(4))-\(hex(12))}"
        case "Image", "ParentImage", "ImageLoaded", "TargetFilename": path(field)
        case "CommandLine", "ParentCommandLine": command()
        case "CurrentDirectory": directory()
        case "OriginalFileName": word() + ".exe"
        case "Hashes": "MD5=\(hex(32)),SHA256=\(hex(64)),IMPHASH=\(hex(32))"
        case "LogonId": "0x" + hex(6)
        case "SourceIp", "DestinationIp": "10.\(number(256)).\(number(256)).\(number(256))"
        case "TargetObject":
            #"HKU\S-1-5-21-\#(number(1 << 30))\Software\#(word())\#("\\")\#(word())\Settings\#("\\")\#(word())"#
        case "QueryName": "\(word()).\(word()).example"
        case "User", "ParentUser": #"\#(word().uppercased())\\#(word())"#
        case "IntegrityLevel": ["Medium", "High", "System"][number(3)]
        default: word() + " " + word()
        }
    }

    private mutating func path(_ field: String) -> String {
        directory() + word() + (field == "ImageLoaded" ? ".dll" : field == "TargetFilename" ? ".tmp" : ".exe")
    }

    private mutating func directory() -> String {
        let tops = [
            #"C:\Windows\System32\"#, #"C:\Program Files\"#, #"C:\Program Files (x86)\"#, #"C:\Users\"#,
            #"C:\ProgramData\"#,
        ]
        let top = tops[number(tops.count)]
        return top + (0..<number(3)).map { _ in word() + "\\" }.joined()
    }

    private mutating func command() -> String {
        let verbs = [
            "-k netsvcs", "/c start", "--type=renderer", "-Embedding", "/silent", "--config", "-File", "/run /tn",
        ]
        return path("Image") + " " + verbs[number(verbs.count)] + " "
            + (0..<number(5)).map { _ in "--\(word())=\(word())" }.joined(separator: " ") + " " + hex(8)
    }

    private mutating func word() -> String {
        let parts = [
            "win", "svc", "host", "data", "update", "office", "med", "link", "print", "cache", "net", "user", "agent",
            "task",
        ]
        return parts[number(parts.count)].capitalized + parts[number(parts.count)] + String(number(1_000))
    }

    private mutating func hex(_ count: Int) -> String {
        String((0..<count).map { _ in Array("0123456789ABCDEF")[number(16)] })
    }

    private mutating func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &numbers) }
}
