import Foundation
import Testing
import Vocabulary

@testable import Detection

@Suite("Incidents of a watch are written once")
struct IncidentLogTests {
    private static func log(_ files: TestFile, _ name: String) throws -> IncidentLog {
        var options = IncidentOptions()
        (options.gap, options.span) = (60_000, 90 * 60_000)
        return try IncidentLog(
            path: files.path(name + ".incidents"), folder: files.path(name), options: options, margin: 90 * 60_000)
    }

    private static func lines(_ files: TestFile, _ name: String) throws -> [String] {
        try String(contentsOfFile: files.path(name + ".incidents"), encoding: .utf8).split(separator: "\n")
            .map(String.init)
    }

    /// One round of a watch: findings, then how far it has come.
    private static func step(_ run: inout WatchRun, _ log: inout IncidentLog, events: Int) throws -> Bool {
        var found: [Finding] = []
        let step = try run.step(events: events) { found.append($0) }
        for finding in found { try log.add(finding) }
        if let watermark = run.figures.watermark { try log.advance(to: watermark) }
        return step == .end
    }

    private static func finish(_ run: inout WatchRun, _ log: inout IncidentLog) throws {
        var found: [Finding] = []
        try run.finish { found.append($0) }
        for finding in found { try log.add(finding) }
        try log.finish()
    }

    /// Crashes at random moments, also in the middle of a line: the same incidents as without, none twice.
    @Test(arguments: 1...UInt64(FullRuns.size(60, byDefault: 4)))
    func nothingIsLostAndNothingWrittenTwice(_ seed: UInt64) throws {
        let files = try TestFile()
        let specs = try RestartTests.write(files, seed: seed)
        var whole = try RestartTests.run(specs, folder: files.path("whole"))
        var log = try Self.log(files, "whole")
        while try !Self.step(&whole, &log, events: 100) {}
        try Self.finish(&whole, &log)
        let expected = try Self.lines(files, "whole")
        #expect(expected.count > 10 && Set(expected).count == expected.count)
        #expect(expected.count { !$0.contains(#""open":true"#) } > 3 && expected.contains { $0.contains("true") })

        var random = SeededRandom(seed &+ 1_000)
        var (isEnded, starts) = (false, 0)
        while !isEnded {
            starts += 1
            var run = try RestartTests.run(specs, folder: files.path("torn"))
            var log = try Self.log(files, "torn")
            var steps = starts > 12 ? .max : Int.random(in: 5...40, using: &random)
            while steps > 0, !isEnded {
                steps -= 1
                isEnded = try Self.step(&run, &log, events: Int.random(in: 1...120, using: &random))
                if Bool.random(using: &random) { try run.commit() }
                if Bool.random(using: &random) { try log.commit(isLast: Bool.random(using: &random)) }
            }
            if isEnded { try Self.finish(&run, &log) } else { try Self.tear(files.path("torn.incidents"), &random) }
        }
        #expect(starts > 1)
        let found = try Self.lines(files, "torn")
        let (missing, more) = (Set(expected).subtracting(found), Set(found).subtracting(expected))
        #expect(missing.isEmpty && more.isEmpty && found.count == expected.count, "\(missing) \(more)")

        // Once more, after the end: nothing new.
        var again = try RestartTests.run(specs, folder: files.path("torn"))
        var rest = try Self.log(files, "torn")
        while try !Self.step(&again, &rest, events: 1_000) {}
        try again.commit()
        try rest.commit(isLast: true)
        try Self.finish(&again, &rest)
        #expect(try Self.lines(files, "torn") == found)
    }

    private static func tear(_ path: String, _ random: inout SeededRandom) throws {
        guard Bool.random(using: &random), let handle = FileHandle(forUpdatingAtPath: path) else { return }
        // What a crash left of a line that was written last, or of one more.
        let length = try handle.seekToEnd()
        if Bool.random(using: &random), length > 0 {
            try handle.write(contentsOf: Data(#"{"incident":1,"id":"ab"#.utf8))
        }
        try handle.close()
    }

    /// Each finding is in one closed or open incident at the end.
    @Test func everyFindingIsOfAnIncident() throws {
        let files = try TestFile()
        let specs = try RestartTests.write(files, seed: 9)
        var run = try RestartTests.run(specs, folder: files.path("w"))
        var log = try Self.log(files, "w")
        while try !Self.step(&run, &log, events: 100) {}
        try Self.finish(&run, &log)
        let ids = Set(
            try RestartTests.told(files.path("w")).map { try FindingLine.read(Array($0.utf8)).id })
        let all = try Self.lines(files, "w").joined()
        #expect(ids.count > 10 && ids.allSatisfy { all.contains("\"\($0)\"") })
    }

    @Test func aFileThatIsNoneIsRefusedAndOneThatWasPutAwayBeginsAnew() throws {
        let files = try TestFile()
        let specs = try RestartTests.write(files, seed: 2)
        var run = try RestartTests.run(specs, folder: files.path("w"))
        var log = try Self.log(files, "w")
        while try !Self.step(&run, &log, events: 100) {}
        try run.commit()
        try log.commit(isLast: true)
        try files.move("w.incidents", to: "old")
        var next = try Self.log(files, "w")
        try next.finish()
        #expect(try Self.lines(files, "w").allSatisfy { $0.contains(#""open":true"#) })
        try files.write("no incident\n", to: "w.incidents")
        #expect(throws: SourceError.self) { try Self.log(files, "w") }
    }

    @Test func aLineHoldsIdsAndNumbers() {
        var joiner = IncidentJoiner()
        joiner.add(
            Finding(
                id: "f1", rule: "r", title: "t", level: .high, first: SampleFinding.noon, last: SampleFinding.noon,
                group: [Finding.Pair("account", "svc"), Finding.Pair("practice", "p1")], measure: 7,
                source: LogSource(category: "database"), unit: "rows"))
        let open = joiner.open[0]
        let line = String(decoding: IncidentLine.write(open, isOpen: true), as: UTF8.self)
        #expect(
            line == #"{"incident":1,"id":"\#(open.id)","open":true,"level":"high","first":"\#(open.first.instant)","#
                + #""last":"\#(open.last.instant)","findings":["f1"],"beyond":0,"rules":["r"],"sources":["database"],"#
                + #""accounts":["svc"],"practices":["p1"],"rows":7}"# + "\n")
        #expect(IncidentLine.key(reading: Array(line.utf8)) == IncidentLine.key(open, isOpen: true))
        let closed = IncidentLine.write(open, isOpen: false)
        #expect(IncidentLine.key(reading: closed) == open.id && IncidentLine.key(reading: Array("{}".utf8)) == nil)
    }
}
