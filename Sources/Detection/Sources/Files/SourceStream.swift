import Vocabulary

/// One source: files (or standard input), the reader of their lines, and the mapping of their fields.
///
/// Ask for ``next(into:)`` until ``Step/idle`` or ``Step/end``, hand the events on, and ``commit(upTo:)`` what is done:
/// over a restart each event comes once after the newest commit.
public struct SourceStream {
    /// What a step came to.
    public enum Step: Hashable, Sendable {
        /// An event was filled in.
        case event(LogPosition)
        /// Nothing new for now; ask again after a while (a second).
        case idle
        /// Everything was read.
        case end
    }

    /// How a source is read.
    public struct Options: Sendable {
        /// Where offsets are kept; nil keeps none.
        public var state: String?
        /// Where refused lines are told; nil tells of none.
        public var rejects: String?
        /// Whether to wait for more at the ends of files.
        public var follows: Bool
        /// How far behind the newest event, in milliseconds, an event may be before it counts as behind.
        public var behind: Int64
        /// How far ahead of the clock, in milliseconds, an event may be before it counts as ahead.
        public var ahead: Int64

        /// The defaults: no state, no following, one hour behind, five minutes ahead.
        public init(
            state: String? = nil, rejects: String? = nil, follows: Bool = false, behind: Int64 = 3_600_000,
            ahead: Int64 = 300_000
        ) {
            (self.state, self.rejects, self.follows, self.behind, self.ahead) = (state, rejects, follows, behind, ahead)
        }
    }

    /// What became of the lines so far.
    public private(set) var counts = ReadCounts()
    /// Up to where was read last; nil before the first line.
    public private(set) var place: ReadPlace?
    private let makeReader: @Sendable () -> any LogReader
    private let options: Options
    private let clock: any WallClock
    private var files: LogFiles
    private var mapper: FieldMapper
    private let rejects: RejectFile?
    private var readings: [Int: SourceReading] = [:]
    private var asking: (file: Int, what: SourceReading.Asking)?
    private var idleRounds = 0
    private var newest: Timestamp?
    private var event = 0
    /// How far files were done when another was turned to, by the number of the event before.
    private var left: [(event: Int, done: LogFiles.Done)] = []
    private var last: LogFiles.Done?

    /// Reads files by path or pattern, `-` for standard input, each with a reader of its own.
    public init(
        _ patterns: [String], options: Options = Options(), mapping: FieldMapping = FieldMapping(),
        clock: any WallClock = SystemClock(), reader: @escaping @Sendable () -> any LogReader
    ) throws(SourceError) {
        files = try LogFiles(patterns, state: options.state, follows: options.follows)
        rejects = if let path = options.rejects { try RejectFile(path: path) } else { nil }
        (makeReader, self.options, self.clock, mapper) = (reader, options, clock, FieldMapper(mapping))
    }

    /// Files that cannot be read, by path; asked for again while following.
    public var problems: [String: SourceError] { files.problems }

    /// The next event, which replaces what is in `event`.
    public mutating func next(into event: inout Event) throws(SourceError) -> Step {
        while true {
            event.clear()
            if let outcome = asked(&event) {
                if let position = took(outcome, &event) { return .event(position) }
                continue
            }
            switch files.step() {
            case .line(let line, let file, let isDone, let doneEvents): begin(line, file, isDone, doneEvents)
            case .ended(let file, let isDamaged):
                if isDamaged { refuse(.compression, file, LineCutter.Line()) }
                asking = (file, .flush(isEnd: true))
            case .idle:
                idleRounds += 1
                guard idleRounds == 3, let file = fileThatWaits else { return .idle }
                asking = (file, .flush(isEnd: false))
                idleRounds = 2
            case .end: return .end
            }
        }
    }

    /// Makes durable that all events up to this one are done with.
    public mutating func commit(upTo position: LogPosition) throws(SourceError) {
        let passed = left.prefix { $0.event <= position.event }
        let (before, after) = (passed.prefix { $0.event < position.event }, passed.drop { $0.event < position.event })
        try files.commit(before.map(\.done) + [position.done] + after.map(\.done))
        left.removeFirst(passed.count)
    }

    private var fileThatWaits: Int? {
        readings.first { $0.value.reader.held > 0 && $0.value.reader.heldMayBeWhole }?.key
    }

    /// Begins a line: it is read when asked next.
    private mutating func begin(_ line: LineCutter.Line, _ file: Int, _ isDone: Bool, _ doneEvents: Int) {
        idleRounds = 0
        counts.lines += isDone ? 0 : 1
        place = ReadPlace(path: files.path(file), offset: line.end)
        if readings[file] == nil { readings[file] = SourceReading(reader: makeReader()) }
        readings[file]?.begin(line, isDone: isDone, doneEvents: doneEvents)
        asking = (file, .line)
    }

    /// Asks the reader that is to be asked; nil when there is none.
    private mutating func asked(_ event: inout Event) -> ReadOutcome? {
        guard let (file, what) = asking else { return nil }
        guard readings[file] != nil else {
            asking = nil
            return nil
        }
        let outcome = readings[file]?.ask(what, &event) ?? .nothing
        switch what {
        case .line: asking = (file, .more)
        case .more: if outcome == .nothing { endOfLine(file) }
        case .flush(let isEnd):
            guard outcome == .nothing else { break }
            if isEnd { leave(file) }
            asking = nil
        }
        return outcome
    }

    private mutating func endOfLine(_ file: Int) {
        readings[file]?.endLine()
        asking = nil
    }

    /// No more comes from a file: it is done as far as it was read, once the events so far are.
    private mutating func leave(_ file: Int) {
        if options.state != nil, let done = readings[file]?.done(file) { left.append((event, done)) }
        if last?.file == file { last = nil }
        readings[file] = nil
    }

    /// Takes an outcome in: where an event stands, unless it was done in an earlier run.
    private mutating func took(_ outcome: ReadOutcome, _ event: inout Event) -> LogPosition? {
        guard let file = asking?.file else { return nil }
        switch outcome {
        case .nothing: return nil
        case .refused(let reason):
            if readings[file]?.isDone == false { refuse(reason, file, readings[file]?.line ?? LineCutter.Line()) }
            return nil
        case .event:
            mapper.apply(to: &event)
            guard let done = readings[file]?.countEvent(file) else { return nil }
            judge(event)
            counts.events += 1
            return position(done)
        }
    }

    private mutating func position(_ done: LogFiles.Done) -> LogPosition {
        if options.state != nil, let last, last.file != done.file { left.append((event, last)) }
        event += 1
        last = done
        return LogPosition(event: event, done: done)
    }

    private mutating func refuse(_ reason: ReadOutcome.Refusal, _ file: Int, _ line: LineCutter.Line) {
        counts.refuse(reason)
        rejects?.tell(reason, path: files.path(file), offset: line.start, length: line.length)
    }

    /// Counts clocks that jump.
    private mutating func judge(_ event: Event) {
        guard let time = event.time else { return counts.timeless += 1 }
        if time.milliseconds > clock.now().milliseconds &+ options.ahead {
            counts.ahead += 1
            return
        }
        if let newest, time.milliseconds &+ options.behind < newest.milliseconds { counts.behind += 1 }
        newest = max(newest ?? time, time)
    }
}
