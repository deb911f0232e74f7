import Vocabulary

/// A `log_line_prefix` (PostgreSQL 15 documentation, §20.8.3), by which the lines of the stderr log and of syslog
/// begin.
public struct LogLinePrefix: Sendable {
    /// A part of it.
    enum Part: Hashable, Sendable {
        case literal([UInt8])
        /// With a width, which pads values with blanks.
        case escape(UInt8, isPadded: Bool)
    }

    /// What a line's prefix says: fields by the names of csvlog.
    struct Match {
        var time: Timestamp?
        var fields: [(name: String, value: String)] = []
        /// Where the rest of the line begins.
        var end = 0
    }

    private static let names: [UInt8: String] = [
        UInt8(ascii: "a"): "application_name", UInt8(ascii: "u"): "user_name", UInt8(ascii: "d"): "database_name",
        UInt8(ascii: "r"): "connection_from", UInt8(ascii: "h"): "connection_from", UInt8(ascii: "p"): "process_id",
        UInt8(ascii: "P"): "leader_pid", UInt8(ascii: "t"): "log_time", UInt8(ascii: "m"): "log_time",
        UInt8(ascii: "n"): "log_time", UInt8(ascii: "i"): "command_tag", UInt8(ascii: "e"): "sql_state_code",
        UInt8(ascii: "c"): "session_id", UInt8(ascii: "l"): "session_line_num", UInt8(ascii: "s"): "session_start_time",
        UInt8(ascii: "v"): "virtual_transaction_id", UInt8(ascii: "x"): "transaction_id",
        UInt8(ascii: "b"): "backend_type",
        UInt8(ascii: "Q"): "query_id",
    ]

    private var parts: [Part] = []
    /// How many parts come before `%q`; nil without it.
    private var sessionless: Int?

    /// Reads the setting's value; nil when it has an escape that PostgreSQL does not know. `%m [%p] ` is its default.
    public init?(_ text: String) {
        var walk = ByteWalk(Array(text.utf8))
        var literal: [UInt8] = []
        while let byte = walk.take() {
            guard byte == UInt8(ascii: "%") else { literal.append(byte); continue }
            let isPadded = walk.skip("-") || walk.peek?.isDigit == true
            if isPadded { _ = walk.take(while: \.isDigit) }
            guard let escape = walk.take() else { return nil }
            if escape == byte { literal.append(byte); continue }
            if !literal.isEmpty { parts.append(.literal(literal)) }
            literal = []
            if escape == UInt8(ascii: "q") {
                sessionless = parts.count
            } else {
                guard LogLinePrefix.names[escape] != nil else { return nil }
                parts.append(.escape(escape, isPadded: isPadded))
            }
        }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        guard parts.count <= 64 else { return nil }
    }

    /// Reads a line's prefix; nil when it does not begin by one that a severity follows.
    func match(_ line: [UInt8], from start: Int = 0, zone: LogZone) -> Match? {
        if let whole = match(line, from: start, parts[...], zone) { return whole }
        return sessionless.flatMap { match(line, from: start, parts[..<$0], zone) }
    }

    private func match(_ line: [UInt8], from start: Int, _ parts: ArraySlice<Part>, _ zone: LogZone) -> Match? {
        var walk = ByteWalk(line, in: start..<max(start, line.count))
        var found = Match()
        for (place, part) in zip(parts.indices, parts) {
            switch part {
            case .literal(let bytes): guard walk.skip(bytes) || skipTrimmed(bytes, &walk) else { return nil }
            case .escape(let escape, let isPadded):
                let (from, next) = (walk.position, parts[(place + 1)...].first)
                // Background processes have empty users and addresses, behind which a blank is the prefix's own.
                if isPadded || !comes(next, walk) { _ = walk.take { $0 == 0x20 } }
                guard step(over: escape, next, &walk, &found, zone) else { return nil }
                let value = walk.text(from..<walk.position)
                let trimmed = String(value.drop { $0 == " " })
                if !value.isEmpty, let name = LogLinePrefix.names[escape] { found.fields.append((name, trimmed)) }
            }
        }
        found.end = walk.position
        return LogSeverity.starts(walk) ? found : nil
    }

    /// A blank behind the last literal may be lost where the prefix is before a severity; nothing else may.
    private func skipTrimmed(_ literal: [UInt8], _ walk: inout ByteWalk) -> Bool {
        literal.allSatisfy { $0 == 0x20 } && LogSeverity.starts(walk)
    }

    private func comes(_ part: Part?, _ walk: ByteWalk) -> Bool {
        if case .literal(let bytes) = part { walk.starts(with: bytes) } else { false }
    }

    /// Steps over the value of an escape: times, processes and remote addresses by their form, others up to the literal
    /// behind.
    private func step(
        over escape: UInt8, _ next: Part?, _ walk: inout ByteWalk, _ found: inout Match, _ zone: LogZone
    ) -> Bool {
        switch escape {
        case UInt8(ascii: "t"), UInt8(ascii: "m"):
            found.time = walk.isoTime(zone: zone)
            return found.time != nil
        case UInt8(ascii: "n"):
            found.time = walk.epochTime()
            return found.time != nil
        case UInt8(ascii: "s"): return walk.isoTime(zone: zone) != nil || walk.peek == nil || next != nil
        case UInt8(ascii: "p"), UInt8(ascii: "l"), UInt8(ascii: "P"), UInt8(ascii: "Q"), UInt8(ascii: "x"):
            _ = walk.take(while: \.isDigit)
            return true
        case UInt8(ascii: "r"):
            if walk.skip("[local]".utf8) { return true }
            let start = walk.position
            _ = walk.take { $0.isHexDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
            if walk.peek == UInt8(ascii: "(") { return walk.take(until: ")") != nil }
            walk.position = start
            return step(upTo: next, &walk)
        default: return step(upTo: next, &walk)
        }
    }

    private func step(upTo next: Part?, _ walk: inout ByteWalk) -> Bool {
        switch next {
        case .literal(let bytes):
            guard let value = walk.take(untilText: bytes) else { return false }
            walk.position = value.upperBound
            return true
        case .escape: return true
        case nil:
            _ = walk.take { !$0.isSpace }
            return true
        }
    }
}
