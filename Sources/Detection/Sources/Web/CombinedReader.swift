import Vocabulary

/// Reads nginx's and Apache's `combined` access log, and the older `common` form without referer and user agent (nginx
/// documentation, `log_format combined`). Fields have the names of nginx's variables.
public struct CombinedReader: LogReader {
    /// Reads lines of an access log; they name their time zone.
    public init() {}

    /// Reads a line; see ``LogReader/read(_:into:)``.
    public mutating func read(_ line: [UInt8], into event: inout Event) -> ReadOutcome {
        guard !line.isEmpty else { return .nothing }
        var walk = ByteWalk(line)
        guard let address = walk.take(until: " "), !address.isEmpty, walk.take(until: " ") != nil else {
            return .refused(.form)
        }
        guard let user = walk.take(untilText: Array(" [".utf8)) else { return .refused(.form) }
        let begin = walk.position
        guard let time = walk.commonLogTime() else { return .refused(.time) }
        let timeRange = begin..<walk.position
        guard walk.skip("] \"".utf8), let request = walk.quoted() else { return .refused(.form) }
        guard walk.skip(" "), let status = walk.digits(3), walk.skip(" ") else { return .refused(.form) }
        let bytes = walk.take { $0 != 0x20 }
        event.time = time
        event.source = WebRequest.source
        event.add("remote_addr", line, address)
        if !walk.isDash(user) { event.add("remote_user", line, user) }
        event.add("time_local", line, timeRange)
        event.add("request", walk.unescaped(request))
        event.add("status", Int64(status))
        if !walk.isDash(bytes) { event.add("body_bytes_sent", line, bytes, kind: .number) }
        for name in ["http_referer", "http_user_agent"] where walk.skip(" \"".utf8) {
            let value = walk.quoted() ?? walk.rest()  // The line may be torn here: what matters stands before.
            if !walk.isDash(value) { event.add(name, walk.unescaped(value)) }
        }
        WebRequest.complete(&event)
        return .event
    }
}

extension ByteWalk {
    /// What stands before the closing quote; quotes behind a backslash do not close.
    mutating func quoted() -> Range<Int>? {
        let start = position
        while let byte = take() {
            if byte == UInt8(ascii: "\\") { position = min(position + 1, end) }
            if byte == UInt8(ascii: "\"") { return start..<position - 1 }
        }
        position = start
        return nil
    }

    func isDash(_ range: Range<Int>) -> Bool {
        range.isEmpty || (range.count == 1 && bytes[range.lowerBound] == UInt8(ascii: "-"))
    }

    /// Undoes `\xHH` (nginx, `escape=default`), `\"` and `\\`.
    func unescaped(_ range: Range<Int>) -> String {
        guard bytes[range].contains(UInt8(ascii: "\\")) else { return text(range) }
        var walk = ByteWalk(bytes, in: range)
        var out: [UInt8] = []
        while let byte = walk.take() {
            guard byte == UInt8(ascii: "\\"), let next = walk.take() else { out.append(byte); continue }
            if next == UInt8(ascii: "x"), let high = walk.peek?.hexValue, let low = walk.peek(1)?.hexValue {
                out.append(high << 4 | low)
                walk.position += 2
            } else if next == UInt8(ascii: "\"") || next == byte {
                out.append(next)
            } else {
                out += [byte, next]
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}

extension UInt8 {
    /// The value of a hexadecimal digit.
    var hexValue: UInt8? { isDigit ? self & 15 : isHexDigit ? (self & 15) + 9 : nil }
}
