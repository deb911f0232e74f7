import Vocabulary

/// A message of syslog: RFC 5424, or the older form of BSD (RFC 3164 §4.1), with or without `<priority>` before it.
struct SyslogMessage {
    var time: Timestamp?
    var priority: Int?
    var host: String?
    var application: String?
    var process: String?
    var kind: String?
    /// Structured data, as `id.name`.
    var data: [(name: String, value: String)] = []
    /// Where what was said begins.
    var start = 0

    init?(_ line: [UInt8], zone: LogZone, now: Timestamp) {
        var walk = ByteWalk(line)
        if walk.skip("<") {
            guard let range = walk.take(until: ">"), range.count <= 3, let number = Int(walk.text(range)), number < 192
            else {
                return nil
            }
            priority = number
        }
        if priority != nil, walk.skip("1 ".utf8) {
            guard modern(&walk, zone) else { return nil }
        } else {
            guard bsd(&walk, zone, now) else { return nil }
        }
        start = walk.position
    }

    /// `TIMESTAMP HOSTNAME APP-NAME PROCID MSGID STRUCTURED-DATA [MSG]` (RFC 5424 §6).
    private mutating func modern(_ walk: inout ByteWalk, _ zone: LogZone) -> Bool {
        if !walk.skip("-") { time = walk.isoTime(zone: zone) }
        guard walk.skip(" ") else { return false }
        var words: [String?] = []
        for _ in 0..<4 {
            guard let range = walk.take(until: " "), range.count <= 255 else { return false }
            words.append(walk.isDash(range) ? nil : walk.text(range))
        }
        (host, application, process, kind) = (words[0], words[1], words[2], words[3])
        guard structured(&walk) else { return false }
        guard walk.skip(" ") else { return walk.isAtEnd }
        _ = walk.skip([0xEF, 0xBB, 0xBF])
        return true
    }

    /// `-`, or `[id name="value" …]` one after another (RFC 5424 §6.3).
    private mutating func structured(_ walk: inout ByteWalk) -> Bool {
        if walk.skip("-") { return true }
        guard walk.peek == UInt8(ascii: "[") else { return false }
        while walk.skip("[") {
            let id = walk.text(walk.take { $0 > 0x20 && $0 != UInt8(ascii: "]") })
            while walk.skip(" ") {
                guard let name = walk.take(until: "="), name.count <= 64, walk.skip("\"") else { return false }
                guard let value = value(&walk), data.count < 256 else { return false }
                data.append(("\(id).\(walk.text(name))", value))
            }
            guard walk.skip("]") else { return false }
        }
        return true
    }

    private func value(_ walk: inout ByteWalk) -> String? {
        var out: [UInt8] = []
        while let byte = walk.take() {
            if byte == UInt8(ascii: "\"") { return String(decoding: out, as: UTF8.self) }
            let isEscape = byte == UInt8(ascii: "\\") && walk.peek.map("\"\\]".utf8.contains) == true
            out.append(isEscape ? walk.take() ?? byte : byte)
        }
        return nil
    }

    /// `Feb 11 13:15:39 host postgres[10808]: …`; newer loggers write a time of RFC 3339.
    private mutating func bsd(_ walk: inout ByteWalk, _ zone: LogZone, _ now: Timestamp) -> Bool {
        let isISO = walk.peek?.isDigit == true
        time = isISO ? walk.isoTime(zone: zone) : walk.bsdTime(zone: zone, now: now)
        guard time != nil, walk.skip(" "), let name = walk.take(until: " "), name.count <= 255 else { return false }
        host = walk.text(name)
        let tag = walk.take { $0 > 0x20 && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: ":") }
        application = walk.text(tag)
        if walk.skip("[") {
            guard let range = walk.take(until: "]") else { return false }
            process = walk.text(range)
        }
        guard walk.skip(":") else { return false }
        _ = walk.skip(" ")
        return tag.count <= 128
    }
}
