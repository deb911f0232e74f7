/// Follows files by path or pattern, over rotation, and remembers durably how far each was read.
///
/// A file is known by its first bytes, so that one that was renamed, copied or packed is not read twice, and the rest
/// of one that was rotated while nobody watched is read. Files are read one after another, those changed longest ago
/// first.
///
/// | rotation | what is done |
/// |---|---|
/// | renamed, and a new file made | the old one is read until it has been quiet, beside the new one |
/// | copied and cut short | the file is read from its begin; the copy has nothing new, or what was written in between |
/// | packed (gzip, bzip2) | the same, by its unpacked first bytes |
struct LogFiles {
    /// What a step came to.
    enum Step {
        /// A line of a file; those that were done in an earlier run are only for the reader to know again.
        case line(LineCutter.Line, file: Int, isDone: Bool, doneEvents: Int)
        /// No more lines will come from a file.
        case ended(file: Int, isDamaged: Bool)
        /// No more lines for now.
        case idle
        /// No more lines at all.
        case end
    }

    /// How many vain rounds make a rotated file finished, and any other one to be closed until it grows.
    private static let (patience, longPatience) = (16, 3_600)

    private let patterns: PathPatterns
    private let statePath: String?
    private let follows: Bool
    private let lineLimit: Int
    var logs: [OpenLog] = []
    private var ending: [(file: Int, isDamaged: Bool)] = []
    private var number = 0
    /// How far files were read, and how far this was made durable.
    private var (read, durable) = (OffsetState(), OffsetState())
    /// What is known of the files of this run: by what mark they were opened, and the newest.
    private var (origins, marks): ([Int: FileMark], [Int: FileMark]) = ([:], [:])
    /// Files that have nothing new while they are as they were.
    private var seen: Set<FileStatus> = []
    private var isScanned = false
    /// Files that could not be opened, by path.
    private(set) var problems: [String: SourceError] = [:]

    /// Follows files, and standard input for `-`. Without `follows`, they are read to their ends once.
    init(
        _ patterns: [String], state: String?, follows: Bool, lineLimit: Int = SourceLimits.line
    ) throws(SourceError) {
        self.patterns = PathPatterns(patterns: patterns.filter { $0 != "-" })
        (statePath, self.follows, self.lineLimit) = (state, follows, lineLimit)
        if let state { durable = try OffsetState(path: state) }
        read = durable
        if patterns.contains("-") { add(FileBytes(descriptor: 0), FileMark(path: "-", device: 0, inode: 0)) }
    }

    /// The path under which a file was found.
    func path(_ file: Int) -> String { marks[file]?.path ?? "" }

    /// The next line or happening.
    mutating func step() -> Step {
        if !isScanned { scan() }
        while true {
            if let ended = ending.popLast() { return .ended(file: ended.file, isDamaged: ended.isDamaged) }
            guard let place = logs.firstIndex(where: { !$0.wasAsked }) else {
                if logs.isEmpty, !follows { return .end }
                guard beginRound() else { return .idle }
                continue
            }
            switch logs[place].step() {
            case .line(let line): return given(line, logs[place])
            case .cut(let isDamaged): close(place, isDamaged: isDamaged)
            case .quiet: if let line = quiet(place) { return given(line, logs[place]) }
            }
        }
    }

    private func given(_ line: LineCutter.Line, _ log: OpenLog) -> Step {
        let doneEvents = line.start == log.done ? log.doneEvents : 0
        return .line(line, file: log.number, isDone: line.start < log.done, doneEvents: doneEvents)
    }

    /// A file has no more for now: it waits, or gives out what is left and is closed.
    private mutating func quiet(_ place: Int) -> LineCutter.Line? {
        let log = logs[place]
        let isFinished = log.isRetired && log.quiet >= LogFiles.patience
        if log.isPacked || !follows || log.isStream || isFinished {
            if let line = logs[place].rest() { return line }
        } else if log.quiet < LogFiles.longPatience || log.hasRest {
            logs[place].wait()
            return nil
        }
        close(place, isDamaged: false)
        return nil
    }

    private mutating func close(_ place: Int, isDamaged: Bool) {
        logs[place].refreshHead()
        let log = logs.remove(at: place)
        marks[log.number] = log.mark
        ending.append((log.number, isDamaged))
        guard !log.isStream else { return }
        read.remember(log.readMark, replacing: origins[log.number])
        if let status = log.bytes.status, log.isPacked || log.bytes.offset == status.size { seen.insert(status) }
    }

    /// Every file was asked: looks for others, and lets all be asked once more. Whether there is anything to be done at
    /// once.
    private mutating func beginRound() -> Bool {
        let before = number
        if follows { scan() }
        for place in logs.indices { logs[place].wasAsked = false }
        return number > before
    }

    private mutating func add(_ bytes: FileBytes, _ mark: FileMark) {
        guard let log = OpenLog(number: number, bytes: bytes, from: mark, lineLimit: lineLimit) else { return }
        logs.append(log)
        (origins[number], marks[number]) = (mark, mark)
        number += 1
    }
}

extension LogFiles {
    /// Looks which files there are now.
    private mutating func scan() {
        isScanned = true
        for place in logs.indices { logs[place].refreshHead() }
        if seen.count > 65_536 { seen.removeAll() }
        let known = Set(read.marks.map(\.path) + logs.map(\.mark.path)).intersection(patterns.patterns)
        let found = patterns.files(movedFrom: known)
        for place in logs.indices where !logs[place].isStream {
            logs[place].isRetired = !found.contains { $0.isAsked && logs[place].isOf($0.status) }
        }
        for path in known { for file in moved(from: path, found) { open(file) } }
        for file in found where file.isAsked { open(file) }
        if !follows { for path in patterns.patterns where FileStatus(path: path) == nil { missing(path) } }
    }

    private mutating func missing(_ path: String) {
        if !path.contains(where: { "*?[".contains($0) }) { problems[path] = SourceError(.open, path, number: 2) }
    }

    /// Files that rotation moved from a path: from the newest that was read, or is being read, on.
    private mutating func moved(from path: String, _ found: [PathPatterns.Found]) -> [PathPatterns.Found] {
        let files = found.filter { !$0.isAsked && $0.path.hasPrefix(path) }
        let newest = files.lastIndex { file in
            if seen.contains(file.status) || logs.contains(where: { $0.isOf(file.status) }) { return true }
            guard let bytes = try? FileBytes(path: file.path) else { return false }
            let head = FileHead(bytes, path: file.path)
            return read.marks.contains(where: head.fits)
        }
        guard let newest else {
            seen.formUnion(files.map(\.status))
            return []
        }
        return Array(files[newest...])
    }

    private mutating func open(_ file: PathPatterns.Found) {
        guard !seen.contains(file.status), !logs.contains(where: { $0.isOf(file.status) }) else { return }
        do {
            let bytes = try FileBytes(path: file.path)
            guard let status = bytes.status, status.isSameFile(as: file.status) else { return }
            let head = FileHead(bytes, path: file.path)
            guard !logs.contains(where: { head.fits($0.mark) }) else { return }
            var mark = read.marks.last(where: head.fits) ?? FileMark(path: file.path, device: 0, inode: 0)
            if mark.headLength == 0 { head.mark(&mark) }
            (mark.device, mark.inode) = (status.device, status.inode)
            add(bytes, mark)
            problems[file.path] = nil
        } catch {
            problems[file.path] = error
        }
    }

    /// How far a file was done.
    struct Done: Hashable, Sendable {
        let file: Int
        let from: Int64
        let offset: Int64
        let line: Int
        let events: Int
    }

    /// Makes durable how far files were done.
    mutating func commit(_ done: [Done]) throws(SourceError) {
        guard let statePath else { return }
        for done in done {
            if let place = logs.firstIndex(where: { $0.number == done.file }) {
                logs[place].refreshHead()
                marks[done.file] = logs[place].mark
            }
            guard var mark = marks[done.file], mark.inode != 0 else { continue }
            (mark.from, mark.offset, mark.line, mark.events) = (done.from, done.offset, done.line, done.events)
            durable.remember(mark, replacing: origins[done.file])
            origins[done.file] = mark
        }
        try durable.write(to: statePath)
    }
}
