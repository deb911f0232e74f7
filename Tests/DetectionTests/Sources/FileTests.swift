import Foundation
import Testing
import Vocabulary

@testable import Detection

@Suite("Sources: files")
struct FileTests {
    static func line(_ number: Int) -> String { #"{"@timestamp":"2026-01-05T08:30:00Z","n":\#(number)}"# + "\n" }
    static func lines(_ range: Range<Int>) -> String { range.map(line).joined() }

    static func stream(_ paths: [String], state: String?, follows: Bool = true) throws -> SourceStream {
        try SourceStream(
            paths, options: .init(state: state, follows: follows), clock: ManualClock(Timestamp(seconds: 1_767_600_000))
        ) {
            ECSReader()
        }
    }

    /// Asks until nothing comes for a while, as often as a rotated file needs to be let go of.
    static func drain(
        _ stream: inout SourceStream, rounds: Int = 1, atMost: Int = .max
    ) throws -> (numbers: [Int], last: LogPosition?) {
        var (event, numbers, last, idle): (Event, [Int], LogPosition?, Int) = (Event(), [], nil, 0)
        while idle < rounds, numbers.count < atMost {
            switch try stream.next(into: &event) {
            case .event(let position):
                numbers.append(event.first("n").flatMap { Int($0) } ?? -1)
                last = position
            case .idle: idle += 1
            case .end: return (numbers, last)
            }
        }
        return (numbers, last)
    }

    @Test func followsAcrossRenameAndCreate() throws {
        let files = try TestFile()
        try files.write(Self.lines(0..<10), to: "a.log")
        var stream = try Self.stream([files.path("a.log")], state: nil)
        #expect(try Self.drain(&stream).numbers == Array(0..<10))
        try files.append(Self.line(10), to: "a.log")
        try files.move("a.log", to: "a.log.1")
        try files.append(Self.line(11), to: "a.log.1")
        try files.write(Self.line(12), to: "a.log")
        #expect(try Self.drain(&stream).numbers == [10, 11, 12])
        try files.append(Self.line(13), to: "a.log.1")
        try files.append(Self.line(14) + #"{"@timestamp""#, to: "a.log")
        #expect(try Self.drain(&stream, rounds: 40).numbers == [13, 14])
        try files.append(#":"2026-01-05T08:30:00Z","n":15}"# + "\n", to: "a.log")
        #expect(try Self.drain(&stream, rounds: 40).numbers == [15])
        #expect(stream.counts.allRefused == 0)
    }

    @Test func copyAndTruncateReadsNothingTwice() throws {
        let files = try TestFile()
        try files.write(Self.lines(0..<100), to: "a.log")
        var stream = try Self.stream([files.path("a.log*")], state: files.path("state"))
        var all = try Self.drain(&stream).numbers
        try files.copyAndTruncate("a.log", to: "a.log.1")
        try files.append(Self.lines(100..<103), to: "a.log")
        all += try Self.drain(&stream, rounds: 40).numbers
        // Cut again, and grown beyond where it was read to.
        try files.copyAndTruncate("a.log", to: "a.log.2")
        try files.append(Self.lines(200..<300), to: "a.log")
        all += try Self.drain(&stream, rounds: 40).numbers
        #expect(all == Array(0..<103) + Array(200..<300))
    }

    @Test(arguments: [("gzip", ".gz"), ("bzip2", ".bz2")]) func packedFilesAreKnownAgain(
        _ tool: String, _ suffix: String
    ) throws {
        let files = try TestFile()
        try files.write(Self.lines(0..<5_000), to: "a.log")
        let (path, state) = (files.path("a.log*"), files.path("state.json"))
        var stream = try Self.stream([path], state: state)
        let (first, last) = try Self.drain(&stream, atMost: 3_000)
        try stream.commit(upTo: try #require(last))
        try files.move("a.log", to: "a.log.1")
        try files.run("/usr/bin/env", [tool, files.path("a.log.1")])
        try files.write(Self.lines(5_000..<5_010), to: "a.log")
        var second = try Self.stream([path], state: state)
        let (more, end) = try Self.drain(&second, rounds: 40)
        #expect(first + more == Array(0..<5_010))
        try second.commit(upTo: try #require(end))
        try files.append(Self.line(5_010), to: "a.log")
        var third = try Self.stream([path], state: state)
        #expect(try Self.drain(&third, rounds: 40).numbers == [5_010])
    }

    /// Rotated twice while nobody watched, and only the newest name was asked for.
    @Test func whatWasRotatedMeanwhileIsRead() throws {
        let files = try TestFile()
        try files.write(Self.lines(0..<10), to: "a.log")
        let state = files.path("state.json")
        var stream = try Self.stream([files.path("a.log")], state: state)
        let last = try Self.drain(&stream, atMost: 6).last
        try stream.commit(upTo: try #require(last))
        try files.write("old\n", to: "a.log.7")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_000)], ofItemAtPath: files.path("a.log.7"))
        try files.move("a.log", to: "a.log.2")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 2_000)], ofItemAtPath: files.path("a.log.2"))
        try files.write(Self.lines(10..<15), to: "a.log.1")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 3_000)], ofItemAtPath: files.path("a.log.1"))
        try files.write(Self.lines(15..<20), to: "a.log")
        var second = try Self.stream([files.path("a.log")], state: state)
        #expect(try Self.drain(&second, rounds: 40).numbers == Array(6..<20))
        #expect(second.counts.allRefused == 0)
    }

    /// Killed after any event, committed at any earlier one: everything after the commit comes once, and nothing before
    /// it.
    @Test func eachEventComesOnceAfterTheCommit() throws {
        let files = try TestFile()
        // Messages of several lines, so that the reader holds some when it is killed.
        let text = (0..<40).map { n in
            "2026-01-05 08:30:00.000 UTC [\(n % 3)] LOG:  statement: select\n\t\(n)\n"
                + (n % 4 == 0 ? "2026-01-05 08:30:00.000 UTC [\(n % 3)] DETAIL:  d\n" : "")
        }.joined()
        try files.write(text, to: "pg.log")
        let prefix = try #require(LogLinePrefix("%m [%p] "))
        let make = {
            try SourceStream([files.path("pg.log")], options: .init(state: files.path("state.json"))) {
                PostgresTextReader(prefix: prefix)
            }
        }
        for commitAfter in 1...40 {
            try? FileManager.default.removeItem(atPath: files.path("state.json"))
            var (first, event) = (try make(), Event())
            var seen: [String] = []
            while seen.count < commitAfter, case .event(let position) = try first.next(into: &event) {
                seen.append(event.first("query") ?? "")
                if seen.count == commitAfter { try first.commit(upTo: position) }
            }
            for _ in 0..<(commitAfter % 5) { _ = try first.next(into: &event) }
            var second = try make()
            while case .event = try second.next(into: &event) { seen.append(event.first("query") ?? "") }
            #expect(seen == (0..<40).map { "select\n\($0)" }, "committed after \(commitAfter)")
            #expect(second.counts.allRefused == 0)
        }
    }

    @Test func eventsOfOneLineAreCommittedOneByOne() throws {
        let files = try TestFile()
        let record = { (n: Int) in #"{"eventTime":"2026-01-05T08:30:00Z","eventName":"GetObject","n":\#(n)}"# }
        let batch = { (range: Range<Int>) in #"{"Records":[\#(range.map(record).joined(separator: ","))]}"# + "\n" }
        try files.write(batch(0..<5) + batch(5..<7) + record(7) + "\n", to: "trail.json")
        for commitAfter in 1...8 {
            try? FileManager.default.removeItem(atPath: files.path("state"))
            let make = {
                try SourceStream([files.path("trail.json")], options: .init(state: files.path("state"))) {
                    CloudTrailReader()
                }
            }
            var first = try make()
            let (seen, last) = try Self.drain(&first, atMost: commitAfter)
            try first.commit(upTo: try #require(last))
            var second = try make()
            #expect(seen + (try Self.drain(&second).numbers) == Array(0..<8), "committed after \(commitAfter)")
        }
    }

    @Test func hostileLinesAreCountedAndToldWithoutTheirContent() throws {
        let files = try TestFile()
        let long = String(repeating: "Jeanne Martin ", count: 100_000) + "\n"
        try files.write(
            Self.line(0) + long + Self.line(1) + "a\u{0}b\n" + "not json\n\n" + Self.line(2) + "{\"torn", to: "a.log")
        var stream = try SourceStream([files.path("a.log")], options: .init(rejects: files.path("rejects"))) {
            ECSReader()
        }
        #expect(try Self.drain(&stream).numbers == [0, 1, 2])
        #expect(stream.counts.refused == [.tooLong: 1, .binary: 1, .json: 2])
        let told = String(decoding: try TestFile.bytes(files.path("rejects")), as: UTF8.self)
        #expect(told.split(separator: "\n").count == 4 && !told.contains("Martin") && !told.contains("torn"))
        #expect(
            told.contains(
                #"""
                "reason":"too-long","file":"\#(files.path("a.log"))","offset":\#(Self.line(0).utf8.count),\#
                "length":1400001}
                """#
            ))
    }

    @Test func jumpingClocksAreCounted() throws {
        let files = try TestFile()
        let at = { (time: String) in #"{"@timestamp":"\#(time)"}"# + "\n" }
        try files.write(
            at("2026-01-05T08:00:00Z") + at("2026-01-05T06:59:59Z") + at("2099-01-01T00:00:00Z")
                + at("2026-01-05T08:00:01Z"),
            to: "a.log")
        var stream = try Self.stream([files.path("a.log")], state: nil, follows: false)
        #expect(try Self.drain(&stream).numbers.count == 4)
        #expect(stream.counts.behind == 1 && stream.counts.ahead == 1)
    }

    @Test func damagedPackedFilesEndAndAreCounted() throws {
        let files = try TestFile()
        try files.write(Self.lines(0..<20_000), to: "a.log")
        try files.run("/usr/bin/env", ["gzip", files.path("a.log")])
        let bytes = try TestFile.bytes(files.path("a.log.gz"))
        try Data(bytes.prefix(bytes.count / 2)).write(to: URL(filePath: files.path("a.log.gz")))
        var stream = try Self.stream([files.path("a.log.gz")], state: nil, follows: false)
        let numbers = try Self.drain(&stream).numbers
        #expect(!numbers.isEmpty && numbers == Array(0..<numbers.count))
        #expect(stream.counts.refused[.compression] == 1)
    }

    @Test func missingFilesAreProblemsAndBadStatesErrors() throws {
        let files = try TestFile()
        var stream = try Self.stream([files.path("none.log")], state: nil, follows: false)
        #expect(try Self.drain(&stream).numbers.isEmpty && stream.problems.count == 1)
        try files.write(#"{"v":2}"#, to: "state")
        #expect(throws: SourceError.self) { try Self.stream([files.path("a")], state: files.path("state")) }
    }
}
