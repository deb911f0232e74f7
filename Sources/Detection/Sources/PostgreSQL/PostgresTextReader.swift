import Vocabulary

/// Reads PostgreSQL's stderr log, whose lines begin by `log_line_prefix`: a message goes on in lines that begin with a
/// tab, and in lines of `DETAIL`, `HINT`, `CONTEXT` and `STATEMENT`. Fields have the names of csvlog.
///
/// A message is given out when the next begins; ``flush(into:)`` gives out the last.
public struct PostgresTextReader: LogReader {
    private let prefix: LogLinePrefix
    private let zone: LogZone
    private var events = PostgresEvents()
    private var lines = HeldLines()
    private var process: String?

    /// Reads lines with such a prefix, times without a zone as of `zone`.
    public init(prefix: LogLinePrefix, zone: LogZone = .utc) { (self.prefix, self.zone) = (prefix, zone) }

    /// How many lines are still needed; see ``LogReader/held``.
    public var held: Int { lines.count }
    /// A message may be whole without the next one.
    public var heldMayBeWhole: Bool { true }

    /// Reads a line; see ``LogReader/read(_:into:)``.
    public mutating func read(_ line: [UInt8], into event: inout Event) -> ReadOutcome {
        guard let match = prefix.match(line, zone: zone) else { return goesOn(line) }
        var walk = ByteWalk(line, in: match.end..<line.count)
        let severity = LogSeverity.take(&walk) ?? ""
        let process = match.fields.first { $0.name == "process_id" || $0.name == "session_id" }?.value
        if LogSeverity.further[severity] != nil {
            guard !lines.isEmpty, process == self.process else { return .refused(.orphan) }
            return lines.add(line, separator: UInt8(ascii: "\n")) ? .nothing : .refused(.unfinished)
        }
        let outcome = flush(into: &event)
        self.process = process
        _ = lines.add(line, separator: nil)
        return outcome
    }

    /// What waits for more lines; see ``LogReader/flush(into:)``.
    public mutating func flush(into event: inout Event) -> ReadOutcome {
        guard !lines.isEmpty else { return .nothing }
        let outcome = message(lines.bytes, into: &event)
        lines.clear()
        return outcome
    }

    /// A line without a prefix: the next of a message, or none of PostgreSQL's.
    private mutating func goesOn(_ line: [UInt8]) -> ReadOutcome {
        guard !line.isEmpty else { return .nothing }
        guard line[0] == UInt8(ascii: "\t") else { return .refused(.form) }
        guard !lines.isEmpty else { return .refused(.orphan) }
        return lines.add(line, separator: UInt8(ascii: "\n")) ? .nothing : .refused(.unfinished)
    }

    /// Whether a line begins by the prefix.
    func begins(_ line: [UInt8]) -> Bool { prefix.match(line, zone: zone) != nil }

    /// Reads a message of one or more lines, joined by line ends.
    mutating func message(_ bytes: [UInt8], into event: inout Event) -> ReadOutcome {
        let parts = PostgresText(bytes, prefix: prefix, zone: zone)
        guard let first = parts.match else { return .refused(.form) }
        event.time = first.time
        for field in first.fields { event.add(field.name, field.value) }
        for field in parts.fields { event.add(field.name, field.value) }
        let value = { (name: String) -> String? in
            parts.fields.first { $0.name == name }?.value ?? first.fields.first { $0.name == name }?.value
        }
        let facts = PostgresFacts(
            session: value("session_id") ?? value("process_id"), user: value("user_name"),
            application: value("application_name"), remote: value("connection_from"),
            severity: value("error_severity") ?? "", state: value("sql_state_code"), message: value("message") ?? "",
            query: value("query"))
        events.complete(&event, facts)
        return .event
    }
}
