/// A file's reader, and which of its lines it still holds.
struct SourceReading {
    /// What the reader is to be asked for.
    enum Asking {
        /// The events of the line that was begun.
        case line
        /// Further events of it.
        case more
        /// What it holds, since nothing more comes for now or at all.
        case flush(isEnd: Bool)
    }

    private(set) var reader: any LogReader
    /// The line read last.
    private(set) var line = LineCutter.Line()
    /// Whether its events were done in an earlier run, all or so many.
    private(set) var isDone = false
    private var doneEvents = 0
    private var events = 0
    /// Whether the events of ``line`` have all been given out.
    private var isLineOver = true
    /// The lines that the reader holds, oldest first.
    private var held: [(start: Int64, number: Int)] = []

    init(reader: any LogReader) { self.reader = reader }

    mutating func begin(_ line: LineCutter.Line, isDone: Bool, doneEvents: Int) {
        (self.line, self.isDone, self.doneEvents, events, isLineOver) = (line, isDone, doneEvents, 0, false)
    }

    mutating func ask(_ what: Asking, _ event: inout Event) -> ReadOutcome {
        switch what {
        case .more: return reader.next(into: &event)
        case .flush: return flush(&event)
        case .line:
            if line.isTooLong { return .refused(.tooLong) }
            if line.bytes.contains(0) { return .refused(.binary) }
            return reader.read(line.bytes, into: &event)
        }
    }

    /// All events of the line were given out.
    mutating func endLine() {
        isLineOver = true
        let count = reader.held
        if count > 0 { held.append((line.start, line.number)) }
        if held.count > count { held.removeFirst(held.count - count) }
    }

    private mutating func flush(_ event: inout Event) -> ReadOutcome {
        let outcome = reader.flush(into: &event)
        if held.count > reader.held { held.removeFirst(held.count - reader.held) }
        return outcome
    }

    /// Counts an event: how far the file is done with it; nil when it was done in an earlier run.
    mutating func countEvent(_ file: Int) -> LogFiles.Done? {
        events += 1
        guard isLineOver || (!isDone && events > doneEvents) else { return nil }
        return done(file)
    }

    /// How far the file is done. While a line's events are being given out it is still to be read again, but for those
    /// events.
    func done(_ file: Int) -> LogFiles.Done {
        let offset = isLineOver ? line.end : line.start
        let oldest = held.first ?? (offset, isLineOver ? line.number + 1 : line.number)
        return LogFiles.Done(
            file: file, from: oldest.start, offset: offset, line: max(0, oldest.number - 1),
            events: isLineOver ? 0 : events)
    }
}
