import Vocabulary

/// Reads syslog, RFC 5424 or BSD, a message a line, whose text is a line of another log. The text is read by the reader
/// of the application that sent it; the time and host of syslog stand where that reader found none.
///
/// PostgreSQL cuts its messages into parts, `[7-1] …`, `[7-2] …`, for syslog (PostgreSQL 15 documentation, §20.8.1,
/// `syslog_sequence_numbers` and `syslog_split_messages`): they are put together again, by host and process.
public struct SyslogReader: LogReader {
    /// A message whose further parts may come.
    private struct Waiting {
        let key: String
        let sequence: Int
        var part: Int
        let message: SyslogMessage
        var lines = HeldLines()
        /// The number of the line where it began.
        let began: Int
    }

    private static let waitingLimit = 256
    private let zone: LogZone
    private let clock: any WallClock
    private var readers: [String: any LogReader]
    private let rest: (any LogReader)?
    private var waiting: [Waiting] = []
    private var count = 0

    /// Reads texts by the readers of their applications, and others by `rest`; with none, such an event has only
    /// syslog's fields.
    public init(
        _ readers: [String: any LogReader], rest: (any LogReader)? = nil, zone: LogZone = .utc,
        clock: any WallClock = SystemClock()
    ) {
        (self.readers, self.rest, self.zone, self.clock) = (readers, rest, zone, clock)
    }

    /// How many lines are still needed; see ``LogReader/held``.
    public var held: Int { waiting.map { count - $0.began }.max() ?? 0 }
    /// A message may be whole without the next one.
    public var heldMayBeWhole: Bool { true }

    /// Reads a line; see ``LogReader/read(_:into:)``.
    public mutating func read(_ line: [UInt8], into event: inout Event) -> ReadOutcome {
        count += 1
        guard !line.isEmpty, !line.starts(with: SpoolFile.head.utf8) else { return .nothing }
        guard let message = SyslogMessage(line, zone: zone, now: clock.now()) else { return .refused(.form) }
        var walk = ByteWalk(line, in: message.start..<line.count)
        guard message.application == "postgres", let (sequence, part) = Self.sequence(&walk) else {
            return whole(message, Array(line[message.start...]), &event)
        }
        return add(message, sequence, part, line[walk.rest()], &event)
    }

    /// What waits for more lines; see ``LogReader/flush(into:)``.
    public mutating func flush(into event: inout Event) -> ReadOutcome {
        guard !waiting.isEmpty else { return .nothing }
        let oldest = waiting.removeFirst()
        return whole(oldest.message, oldest.lines.bytes, &event)
    }

    /// `[7-1] `: the message's number in its process, and the part's in it.
    private static func sequence(_ walk: inout ByteWalk) -> (Int, Int)? {
        let start = walk.position
        if walk.skip("["), let first = Int(walk.text(walk.take(while: \.isDigit))), walk.skip("-"),
            let second = Int(walk.text(walk.take(while: \.isDigit))), walk.skip("] ".utf8)
        {
            return (first, second)
        }
        walk.position = start
        return nil
    }

    private mutating func add(
        _ message: SyslogMessage, _ sequence: Int, _ part: Int, _ text: ArraySlice<UInt8>, _ event: inout Event
    ) -> ReadOutcome {
        let key = "\(message.host ?? "")\u{0}\(message.process ?? "")"
        let place = waiting.firstIndex { $0.key == key }
        if let place, waiting[place].sequence == sequence, part == waiting[place].part + 1 {
            waiting[place].part = part
            return join(text, at: place)
        }
        var outcome = ReadOutcome.nothing
        if let place = place ?? (waiting.count >= Self.waitingLimit ? 0 : nil) {
            let before = waiting.remove(at: place)
            outcome = whole(before.message, before.lines.bytes, &event)
        }
        guard part == 1 else { return outcome == .nothing ? .refused(.orphan) : outcome }
        waiting.append(Waiting(key: key, sequence: sequence, part: 1, message: message, began: count - 1))
        _ = waiting[waiting.count - 1].lines.add(text, separator: nil)
        return outcome
    }

    /// Joins a part: a tab (which loggers write as `#011`) begins a line of the text, a prefix one of its details;
    /// anything else is the rest of a long line.
    private mutating func join(_ text: ArraySlice<UInt8>, at place: Int) -> ReadOutcome {
        var text = text
        var separator: UInt8? = UInt8(ascii: "\n")
        if text.starts(with: "#011".utf8) {
            text = [UInt8(ascii: "\t")] + text.dropFirst(4)
        } else if text.first != UInt8(ascii: "\t"),
            (readers["postgres"] as? PostgresTextReader)?.begins(Array(text)) != true
        {
            separator = nil
        }
        guard waiting[place].lines.add(text, separator: separator) else {
            waiting.remove(at: place)
            return .refused(.unfinished)
        }
        return .nothing
    }

    /// Reads a text that is whole.
    private mutating func whole(_ message: SyslogMessage, _ text: [UInt8], _ event: inout Event) -> ReadOutcome {
        var outcome = ReadOutcome.event
        let application = message.application ?? ""
        if var reader = readers[application] ?? rest {
            if var postgres = reader as? PostgresTextReader {
                outcome = postgres.message(text, into: &event)
                reader = postgres
            } else {
                outcome = reader.read(text, into: &event)
            }
            if readers[application] != nil { readers[application] = reader }
        } else {
            event.add("message", String(decoding: text, as: UTF8.self))
            event.source = LogSource(product: "syslog", service: application)
        }
        guard outcome == .event else { return outcome }
        describe(message, &event)
        return .event
    }

    private func describe(_ message: SyslogMessage, _ event: inout Event) {
        event.time = event.time ?? message.time
        event.standard("process_id", event.source.product == "postgresql" ? message.process : nil)
        event.standard("syslog.hostname", message.host)
        event.standard("syslog.app_name", message.application)
        event.standard("syslog.procid", message.process)
        event.standard("syslog.msgid", message.kind)
        event.standard("syslog.priority", number: message.priority.map(String.init))
        for (name, value) in message.data { event.standard("syslog.sd.\(name)", value) }
        event.standard(Taxonomy.host, message.host)
    }
}
