import Foundation
import Testing
import Vocabulary

@testable import Detection

@Suite("Hostile input to every reader")
struct FuzzTests {
    @Test(arguments: FuzzTarget.all) func readersTakeOrRefuse(_ target: FuzzTarget) throws {
        let check = try ReaderCheck(target.makeReader)
        try FuzzRun(name: target.name, corpus: target.corpus).run(cases: 250) { try check.check($0) }
    }

    @Test func syslogFramesEnd() {
        let corpus = ["11 <13>1 a\nb c<13>line\n2 ok", "5 hello", "<34>x\n<13>y\n"].map { Array($0.utf8) }
        FuzzRun(name: "syslog-frames", corpus: corpus).run(cases: 500) { input in
            for step in [1, 7, max(1, input.count)] where input.count <= 4_096 || step > 7 {
                var (frames, count) = (SyslogFrames(limit: 256), 0)
                for start in stride(from: 0, to: input.count, by: step) {
                    frames.append(input[start..<min(start + step, input.count)])
                    while let frame = frames.cut() {
                        count += 1
                        if case .message(let bytes) = frame, bytes.count > 256 { Issue.record("beyond the limit") }
                        guard count <= input.count else {
                            Issue.record("frames without end")
                            return
                        }
                    }
                }
            }
        }
    }

    @Test func linePrefixes() {
        let corpus = ["%m [%p] %q%u@%d ", "%t:%r:%u@%d:[%p]:", "%-10a%5h %c %l %s %v %x %e %i %b %Q%%"]
        let line = Array("2026-01-05 08:30:00.000 UTC [12] app@db LOG:  statement: select".utf8)
        FuzzRun(name: "line-prefix", corpus: corpus.map { Array($0.utf8) }).run(cases: 500) { input in
            guard let prefix = LogLinePrefix(String(decoding: input, as: UTF8.self)) else { return }
            for line in [line, input, input + line] where line.count < 10_000 {
                if let end = prefix.match(line, zone: .utc)?.end { #expect(end <= line.count) }
            }
        }
    }

    @Test func mappings() {
        let corpus = FuzzCorpus.mapping.map { Array($0.utf8) }
        var lines: [Event] = []
        for target in FuzzTarget.all {
            lines +=
                events(
                    of: target.corpus.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n"),
                    target.makeReader()
                ).events
        }
        FuzzRun(name: "mapping", corpus: corpus).run(cases: 300) { input in
            do throws(RuleError) {
                var mapper = FieldMapper(try FieldMapping(yaml: String(decoding: input, as: UTF8.self), file: "m.yml"))
                for var event in lines { mapper.apply(to: &event) }
            } catch {
                FuzzTests.check(error)
            }
        }
    }

    @Test func rules() {
        let corpus = FuzzCorpus.rules.map { Array($0.utf8) }
        var stream: [Event] = []
        for target in FuzzTarget.all {
            stream +=
                events(
                    of: target.corpus.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n"),
                    target.makeReader()
                ).events
        }
        FuzzRun(name: "rules", corpus: corpus).run(cases: 300) { input in
            var reader = SigmaReader()
            var errors = reader.add(file: "r.yml", text: String(decoding: input, as: UTF8.self))
            let (rules, more) = reader.ruleSet()
            errors += more
            errors.forEach(FuzzTests.check)
            do throws(RuleError) {
                var engine = try Engine(rules)
                for event in stream { engine.process(event) { _ in } }
                engine.finish { _ in }
            } catch {
                FuzzTests.check(error)
            }
        }
    }

    @Test func pipelines() {
        let corpus = FuzzCorpus.pipeline.map { Array($0.utf8) }
        FuzzRun(name: "pipelines", corpus: corpus).run(cases: 300) { input in
            do throws(RuleError) {
                let pipeline = try Pipeline(file: "p.yml", text: String(decoding: input, as: UTF8.self))
                var reader = SigmaReader(pipelines: [pipeline])
                for text in FuzzCorpus.rules { _ = reader.add(file: "r.yml", text: text) }
                let (rules, errors) = reader.ruleSet()
                errors.forEach(FuzzTests.check)
                _ = try Engine(rules)
            } catch {
                FuzzTests.check(error)
            }
        }
    }

    @Test func rehearsalTables() {
        let corpus = (FuzzCorpus.roles + FuzzCorpus.limits).map { Array($0.utf8) }
        FuzzRun(name: "rehearsal-csv", corpus: corpus).run(cases: 500) { input in
            let text = String(decoding: input, as: UTF8.self)
            for read in [
                { _ = try RehearsalRoles(csv: text).role(of: "dr-7") }, { _ = try RehearsalLimits(csv: text)[.nurse] },
            ] {
                do { try read() } catch {
                    let told = "\(error)"
                    #expect(!told.contains(FuzzCorpus.secret) && !told.contains("\n") && told.utf8.count < 400)
                }
            }
        }
    }

    private static func check(_ error: RuleError) {
        let told = error.description
        if told.contains("\n") || told.contains("\r") || told.utf8.count > 2_000 || error.place.line < 1 {
            Issue.record("an error of more than a line: \(told.prefix(300).debugDescription)")
        }
    }
}
