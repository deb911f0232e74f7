import Foundation
import Vocabulary

/// Reads sources, finds, and tells each finding once, over crashes too.
///
/// Findings are written to `findings.ndjson` in its folder before the state is; after a crash the logs are read again from a place
/// before all open windows, what was told is known again, and the rest is told. Without a folder nothing is remembered.
public struct WatchRun {
    /// What a step came to.
    public enum Step: Hashable, Sendable {
        /// There is more.
        case busy
        /// Nothing new for now.
        case idle
        /// Everything was read.
        case end
    }

    private let names: [String]
    private let folder: String?
    private let options: WatchOptions
    /// How far windows reach back, in milliseconds: the longest time of a rule, of rules it counts, and the lateness.
    private let reach: Int64
    private var sources: MergedSources
    private var tower: Watchtower
    private let log: FindingLog?
    /// Events done by earlier runs, by source.
    private let known: [Int64]
    private var marks: [WatchMark]
    private var latest: Timestamp?
    private var event = Event()
    private var isFinished = false
    /// What was done so far.
    public private(set) var figures = WatchFigures()

    /// Opens the sources and goes on from the folder's state.
    /// - Parameters:
    ///   - folder: Where state and findings are kept, made when it is not there; nil keeps nothing.
    ///   - follows: Whether to wait for more at the ends of files.
    ///   - reader: Makes a source's reader.
    public init(
        rules: RuleSet, sources specs: [SourceSpec], folder: String?, follows: Bool,
        mapping: FieldMapping = FieldMapping(),
        options: WatchOptions = WatchOptions(), clock: any WallClock = SystemClock(),
        reader: @escaping @Sendable (SourceSpec) -> any LogReader
    ) throws {
        (names, self.folder, self.options) = (specs.map(\.description), folder, options)
        reach = rules.reach + options.engine.lateness * 2 + 3_600_000
        if let folder {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        let state = try folder.map { folder throws(SourceError) in try WatchState.read(folder + "/state.json") } ?? nil
        let start = state?.start(reach: reach)
        marks =
            state.map { state in
                start.map { start in Array(state.marks[(state.marks.firstIndex(of: start) ?? 0)...]) } ?? []
            } ?? []
        known = names.map { state?.counts[$0] ?? 0 }
        var streams: [(stream: SourceStream, count: Int64)] = []
        for (place, spec) in specs.enumerated() {
            let path = folder.map { "\($0)/offsets-\(place).json" }
            if let path { try WatchRun.restore(start?.offsets[names[place]], to: path) }
            let stream = try SourceStream(
                [spec.pattern],
                options: .init(state: path, rejects: folder.map { "\($0)/rejects-\(place).ndjson" }, follows: follows),
                mapping: mapping, clock: clock, reader: { reader(spec) })
            streams.append((stream, start?.counts[names[place]] ?? 0))
        }
        self.sources = MergedSources(streams)
        log = try folder.map { folder throws(SourceError) in
            try FindingLog(path: folder + "/findings.ndjson", known: state?.findings ?? 0)
        }
        let memory = try state.map { state in
            WatchMemory(
                gate: state.gate,
                baselines: try Baselines(
                    reading: state.baselines.map { Array($0.utf8) }, options: options.baselines, at: clock.now()),
                places: try Places(reading: (state.places ?? []).map { Array($0.utf8) }, options: options.baselines),
                told: state.told, readFrom: start?.latest)
        }
        tower = try Watchtower(rules, options: options, memory: memory, now: clock.now())
        latest = start?.latest
    }

    /// Findings that were written but of which no state tells: whoever sends findings on sends these again.
    public var unsure: [Finding] { log?.unsure ?? [] }

    /// Takes up to so many events; `tell` is given what is told.
    public mutating func step(events: Int, _ tell: (Finding) -> Void) throws -> Step {
        var step = Step.busy
        for _ in 0..<events {
            switch try sources.next(into: &event) {
            case .event(let source, let number): take(source, number, tell)
            case .idle: step = .idle
            case .end: step = .end
            }
            if step != .busy { break }
        }
        try log?.flush()
        update()
        return step
    }

    /// Says that sources are quiet and it is now so late: correlations go on.
    public mutating func advance(to time: Timestamp, _ tell: (Finding) -> Void) throws {
        guard latest.map({ $0 < time }) ?? false else { return }
        latest = time
        tower.advance(to: time)
        pass(tell)
        try log?.flush()
    }

    /// Nothing more will come now: what waits is told. Commit before, not after: a later run goes on from there, with what was
    /// written since, and tells nothing of this twice.
    public mutating func finish(_ tell: (Finding) -> Void) throws {
        isFinished = true
        tower.finish()
        pass(tell)
        try log?.sync()
        update()
    }

    private mutating func take(_ source: Int, _ number: Int64, _ tell: (Finding) -> Void) {
        let isKnown = number <= known[source]
        figures.events += 1
        figures.readAgain += isKnown ? 1 : 0
        tower.take(event, isKnown: isKnown)
        pass(tell)
        if let watermark = tower.watermark { latest = watermark.adding(milliseconds: options.engine.lateness) }
    }

    private mutating func pass(_ tell: (Finding) -> Void) {
        for passage in tower.takePassages() {
            guard let finding = passage.finding, log?.add(finding) ?? true else { continue }
            figures.told[finding.level, default: 0] += 1
            tell(finding)
        }
    }

    private mutating func update() {
        figures.sources = zip(names, sources.readCounts).map { ($0, $1) }
        for (name, place) in zip(names, sources.places) { figures.places[name] = place }
        figures.problems = sources.problems
        (figures.engine, figures.findings, figures.held) = (tower.figures, tower.findings, tower.gate.heldInAll)
        figures.watermark = tower.watermark
        let held = tower.correlationFigures.map(\.figures)
        (figures.groups, figures.evicted) = (held.map(\.groups).reduce(0, +), held.map(\.evicted).reduce(0, +))
    }

    private static func restore(_ offsets: String?, to path: String) throws(SourceError) {
        if let offsets { return try AtomicFile.write(Array(offsets.utf8), to: path) }
        try? FileManager.default.removeItem(atPath: path)
    }
}

extension WatchRun {
    /// Makes durable what was told and how far was read. Not before all is done with that an earlier run had done.
    public mutating func commit() throws {
        guard !isFinished, let folder, let log, zip(sources.counts, known).allSatisfy({ $0 >= $1 }) else { return }
        try log.sync()
        try sources.commit()
        try marks.append(mark(folder))
        var (lines, places): ([String], [String]) = ([], [])
        tower.baselines.write { lines.append(String(decoding: $0.dropLast(), as: UTF8.self)) }
        tower.places.write { places.append(String(decoding: $0.dropLast(), as: UTF8.self)) }
        // The last update of a finding is told when it is forgotten.
        let oldest = tower.watermark?.adding(
            milliseconds: -2 * options.gate.renotify - options.gate.summary - 86_400_000)
        var state = WatchState(
            counts: Dictionary(zip(names, sources.counts)) { $1 }, told: tower.watermark,
            findings: log.settled(since: oldest), marks: marks,
            gate: tower.gate, baselines: lines, places: places)
        state.thin(reach: reach)
        marks = state.marks
        try state.write(folder + "/state.json")
    }

    private func mark(_ folder: String) throws -> WatchMark {
        var offsets: [String: String] = [:]
        for (place, name) in names.enumerated() {
            let path = "\(folder)/offsets-\(place).json"
            if FileManager.default.fileExists(atPath: path) {
                offsets[name] = try String(contentsOfFile: path, encoding: .utf8)
            }
        }
        return WatchMark(
            latest: latest, counts: Dictionary(zip(names, sources.counts)) { $1 },
            offsets: offsets)
    }
}
