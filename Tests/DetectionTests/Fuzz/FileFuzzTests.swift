import Foundation
import Testing
import Vocabulary

@testable import Detection

@Suite("Hostile files")
struct FileFuzzTests {
    /// Damaged gzip and bzip2: lines up to the damage, which is counted, or the file as it is.
    @Test(arguments: [("gzip", ".gz"), ("bzip2", ".bz2")]) func packedFiles(_ tool: String, _ suffix: String) throws {
        let files = try TestFile()
        try files.write(FuzzCorpus.ecs.joined(separator: "\n") + "\n", to: "a")
        try files.run("/usr/bin/env", [tool, files.path("a")])
        let packed = try TestFile.bytes(files.path("a\(suffix)"))
        try FuzzRun(name: tool, corpus: [packed, packed + packed]).run(cases: 150) { input in
            try Data(input).write(to: URL(filePath: files.path("b")))
            var stream = try SourceStream([files.path("b")], options: .init(rejects: files.path("rejects"))) {
                ECSReader()
            }
            var (event, count) = (Event(), 0)
            while case .event = try stream.next(into: &event), count < 1_000_000 { count += 1 }
            #expect(stream.counts.lines >= stream.counts.allRefused - 1 && count == stream.counts.events)
        }
        let told = (try? TestFile.bytes(files.path("rejects"))) ?? []
        #expect(!String(decoding: told, as: UTF8.self).contains(FuzzCorpus.secret))
    }

    /// A state file is taken or refused by name, and what it says of a file that is there makes nothing trap.
    @Test func stateFiles() throws {
        let files = try TestFile()
        try files.write(FuzzCorpus.ecs.joined(separator: "\n") + "\n", to: "a.log")
        var first = try stream(files)
        var (event, last): (Event, LogPosition?) = (Event(), nil)
        while case .event(let position) = try first.next(into: &event) { last = position }
        try first.commit(upTo: try #require(last))
        let real = try TestFile.bytes(files.path("state"))
        let corpus = FuzzCorpus.state.map { Array($0.utf8) } + [real, real]
        try FuzzRun(name: "state", corpus: corpus).run(cases: 150) { input in
            try Data(input).write(to: URL(filePath: files.path("state")))
            do throws(SourceError) {
                var (stream, event) = (try stream(files), Event())
                var last: LogPosition?
                while case .event(let position) = try stream.next(into: &event) { last = position }
                if let last { try stream.commit(upTo: last) }
            } catch {
                #expect(error.code == .state && !error.description.contains(FuzzCorpus.secret))
            }
        }
    }

    private func stream(_ files: TestFile) throws(SourceError) -> SourceStream {
        try SourceStream([files.path("a.log")], options: .init(state: files.path("state"))) { ECSReader() }
    }
}
