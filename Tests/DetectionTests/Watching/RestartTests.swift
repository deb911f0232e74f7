import Foundation
import Testing
import Vocabulary

@testable import Detection

@Suite("A watch goes on after a crash")
struct RestartTests {
    static let isFull = ProcessInfo.processInfo.environment["COLLOQUE_FULL"] == "1"

    private static let rules = """
        title: refused
        name: refused
        logsource: {product: web}
        detection: {selection: {action: refuse}, condition: selection}
        level: low
        ---
        title: seen
        name: seen
        logsource: {product: web}
        detection: {selection: {action: read}, condition: selection}
        ---
        title: fan-out
        name: fan-out
        correlation:
          type: value_count
          rules: [seen]
          group-by: [account]
          timespan: 10m
          condition: {field: practice, gte: 6}
        level: high
        ---
        title: walk
        name: walk
        correlation: {type: event_count, rules: [seen], group-by: [account], timespan: 1h, condition: {gte: 60}, generate: true}
        level: medium
        ---
        title: walks
        name: walks
        correlation: {type: event_count, rules: [walk], group-by: [account], timespan: 2h, condition: {gte: 8}}
        level: critical
        """

    /// Two logs of eight hours, each in order up to twenty seconds.
    static func write(_ files: TestFile, seed: UInt64) throws -> [SourceSpec] {
        var random = SeededRandom(seed)
        var lines: [[(Int64, String)]] = [[], []]
        for number in 0..<3_000 {
            let account = Int.random(in: 0..<12, using: &random)
            let time = Int64.random(in: 0..<28_800_000, using: &random) / (account == 0 ? 4 : 1)
            let practice = account < 2 ? Int.random(in: 0..<40, using: &random) : account
            let at = Timestamp(milliseconds: 1_767_600_000_000 + time)
            let action = number.isMultiple(of: 97) ? "refuse" : "read"
            let line =
                #"{"@timestamp":"\#(at.instant)","action":"\#(action)","account":"a\#(account)","practice":"p\#(practice)"}"#
            lines[number % 2].append((time + Int64.random(in: 0..<20_000, using: &random), line + "\n"))
        }
        return try lines.enumerated().map { place, lines in
            try files.write(lines.sorted { $0.0 < $1.0 }.map(\.1).joined(), to: "web\(place).log")
            return try #require(SourceSpec("ecs:" + files.path("web\(place).log")))
        }
    }

    static func run(_ specs: [SourceSpec], folder: String) throws -> WatchRun {
        var reader = SigmaReader()
        #expect(reader.add(file: "rules.yml", text: rules).map(\.description) == [])
        var options = WatchOptions()
        options.gate.renotify = 3_600_000
        options.gate.perRule = FindingRate(burst: 5, perHour: 20)
        options.baselines.measures = [BaselineMeasure(Taxonomy.practices, floor: 3, start: 5)]
        let clock = ManualClock(Timestamp(milliseconds: 1_767_700_000_000))
        return try WatchRun(
            rules: reader.ruleSet().rules, sources: specs, folder: folder, follows: false, options: options,
            clock: clock
        ) { _ in WebEvents() }
    }

    static func told(_ folder: String) throws -> [String] {
        try String(contentsOfFile: folder + "/findings.ndjson", encoding: .utf8).split(separator: "\n").map(String.init)
    }

    @Test(arguments: 1...UInt64(isFull ? 200 : 3))
    func nothingIsLostAndNothingToldTwice(_ seed: UInt64) throws {
        let files = try TestFile()
        let specs = try Self.write(files, seed: seed)
        var whole = try Self.run(specs, folder: files.path("whole"))
        while try whole.step(events: 100, { _ in }) != .end {}
        try whole.finish { _ in }
        let expected = try Self.told(files.path("whole"))
        #expect(
            expected.count > 20 && expected.contains { $0.contains("walks") }
                && expected.contains { $0.contains("baseline") })

        var random = SeededRandom(seed &+ 1_000)
        let folder = files.path("torn")
        var (isEnded, starts, readAgain) = (false, 0, 0)
        while !isEnded {
            starts += 1
            var run = try Self.run(specs, folder: folder)
            let steps = starts > 12 ? .max : Int.random(in: 5...40, using: &random)
            var step = 0
            while step < steps, !isEnded {
                step += 1
                isEnded = try run.step(events: Int.random(in: 1...120, using: &random)) { _ in } == .end
                if Int.random(in: 0..<3, using: &random) == 0 { try run.commit() }
            }
            readAgain += run.figures.readAgain
            if isEnded, starts.isMultiple(of: 2) { try run.finish { _ in } }
            if !isEnded { try Self.tear(folder, &random) }
        }
        #expect(starts > 1 && readAgain > 0)
        // Once more, after the end.
        var again = try Self.run(specs, folder: folder)
        while try again.step(events: 1_000, { _ in }) != .end {}
        try again.commit()
        try again.finish { _ in }
        let found = try Self.told(folder)
        let first = zip(found, expected).first { $0 != $1 }
        #expect(found.count == expected.count && first == nil, "\(first.map { "\($0)" } ?? "")")
    }

    /// A crash in the middle of a write: a part of a line that the next run has to write whole.
    private static func tear(_ folder: String, _ random: inout SeededRandom) throws {
        guard Bool.random(using: &random), let handle = FileHandle(forWritingAtPath: folder + "/findings.ndjson") else {
            return
        }
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(#"{"finding":1,"id":"ab"#.utf8))
        try handle.close()
    }

    /// A state of before the first event must not make the engine take the first event for a clock that jumps.
    @Test func aWatchThatSawNothingYetGoesOn() throws {
        let files = try TestFile()
        let specs = try Self.write(files, seed: 1)
        for name in ["web0.log", "web1.log"] { try files.move(name, to: "kept-" + name) }
        for name in ["web0.log", "web1.log"] { try files.write("", to: name) }
        var early = try Self.run(specs, folder: files.path("state"))
        _ = try early.step(events: 10) { _ in }
        try early.commit()
        for name in ["web0.log", "web1.log"] { try files.move("kept-" + name, to: name + ".new") }
        for name in ["web0.log", "web1.log"] {
            try FileManager.default.removeItem(atPath: files.path(name))
            try files.move(name + ".new", to: name)
        }
        var (late, found) = (try Self.run(specs, folder: files.path("state")), 0)
        while try late.step(events: 1_000, { _ in found += 1 }) != .end {}
        #expect(late.figures.engine.jumped == 0 && found > 20)
    }

    @Test func aStrangeStateIsRefused() throws {
        let files = try TestFile()
        let specs = try Self.write(files, seed: 1)
        let folder = files.path("state")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for text in ["", "{}", #"{"version":2}"#] {
            try files.write(text, to: "state/state.json")
            #expect(throws: SourceError.self) { try Self.run(specs, folder: folder) }
        }
    }

    @Test func placesAreKeptAsFarBackAsWindowsReach() {
        var state = WatchState(
            counts: [:], told: nil, findings: 0, marks: [], gate: FindingGate(at: Timestamp(milliseconds: 0)),
            baselines: [])
        for minute in Int64(0)..<600 {
            let time = Timestamp(milliseconds: minute * 60_000)
            state.marks.append(WatchMark(latest: time, counts: [:], offsets: [:]))
            state.told = time.adding(milliseconds: -60_000)
            state.thin(reach: 7_200_000)
            #expect(state.marks.last?.latest == time && state.marks.count < 24)
            if let start = state.start(reach: 7_200_000) {
                #expect(start.moment < time.milliseconds - 7_260_000)
                #expect(start.moment > time.milliseconds - 7_260_000 - 900_000)
            } else {
                #expect(minute < 140)
            }
        }
    }
}
