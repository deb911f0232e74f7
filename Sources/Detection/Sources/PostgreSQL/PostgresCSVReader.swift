import Vocabulary

/// Reads PostgreSQL's `csvlog` (PostgreSQL 15 documentation, §20.8.4): 23 columns of PostgreSQL 9.0 and on, 24 of 13,
/// 26 of 14 and on. A record spans as many lines as its quoted fields do.
public struct PostgresCSVReader: LogReader {
    private static let columns = [
        "log_time", "user_name", "database_name", "process_id", "connection_from", "session_id", "session_line_num",
        "command_tag", "session_start_time", "virtual_transaction_id", "transaction_id", "error_severity",
        "sql_state_code", "message", "detail", "hint", "internal_query", "internal_query_pos", "context", "query",
        "query_pos", "location", "application_name", "backend_type", "leader_pid", "query_id",
    ]
    private static let numbers: Set<String> = [
        "process_id", "session_line_num", "transaction_id", "internal_query_pos", "query_pos", "leader_pid", "query_id",
    ]

    private let zone: LogZone
    private var events = PostgresEvents()
    private var lines = HeldLines()
    private var isOpen = false
    private var torn = ReadOutcome.nothing

    /// Reads times without a zone as of `zone`.
    public init(zone: LogZone = .utc) { self.zone = zone }

    /// How many lines are still needed; see ``LogReader/held``.
    public var held: Int { lines.count }

    /// Reads a line; see ``LogReader/read(_:into:)``.
    public mutating func read(_ line: [UInt8], into event: inout Event) -> ReadOutcome {
        if isOpen, CSVRecord.isTorn(before: line) { torn = refuse(.unfinished) }
        isOpen = CSVRecord.isOpen(line, before: isOpen)
        guard lines.add(line, separator: UInt8(ascii: "\n")) else { return refuse(.unfinished) }
        if isOpen { return .nothing }
        let outcome = record(lines.bytes, into: &event)
        lines.clear()
        return outcome
    }

    /// Another event of the line; see ``LogReader/next(into:)``.
    public mutating func next(into event: inout Event) -> ReadOutcome {
        defer { torn = .nothing }
        return torn
    }

    /// What waits for more lines; see ``LogReader/flush(into:)``.
    public mutating func flush(into event: inout Event) -> ReadOutcome {
        lines.isEmpty ? .nothing : refuse(.unfinished)
    }

    private mutating func refuse(_ reason: ReadOutcome.Refusal) -> ReadOutcome {
        lines.clear()
        isOpen = false
        return .refused(reason)
    }

    private mutating func record(_ bytes: [UInt8], into event: inout Event) -> ReadOutcome {
        guard !bytes.isEmpty else { return .nothing }
        guard let record = CSVRecord(bytes) else { return .refused(.form) }
        guard [23, 24, 26].contains(record.fields.count) else { return .refused(.fields) }
        guard let time = record.text(0), let moment = Timestamp(log: time, zone: zone) else { return .refused(.time) }
        event.time = moment
        for (place, name) in PostgresCSVReader.columns.enumerated() {
            guard let value = record.text(place), !value.isEmpty else { continue }
            event.add(name, value, kind: PostgresCSVReader.numbers.contains(name) ? .number : .text)
        }
        let facts = PostgresFacts(
            session: record.text(5), user: record.text(1), application: record.text(22), remote: record.text(4),
            severity: record.text(11) ?? "", state: record.text(12), message: record.text(13) ?? "",
            query: record.text(19))
        events.complete(&event, facts)
        return .event
    }
}
