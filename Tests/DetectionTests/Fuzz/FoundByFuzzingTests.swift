import Testing
import Vocabulary

@testable import Detection

/// Inputs that once did what they must not, found by the fuzzers or by reading.
@Suite("Found by fuzzing")
struct FoundByFuzzingTests {
    @Test func bytesThatAreNoTextBecomeReplacements() {
        let line = Array(#"1.2.3.4 - u [05/Jan/2026:08:30:00 +0000] "GET / HTTP/1.1" 200 7"#.utf8)
        for bad in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80]] as [[UInt8]] {
            var (reader, event) = (CombinedReader(), Event())
            #expect(reader.read(bad + line, into: &event) == .event)
            #expect(String(validating: event.storage, as: UTF8.self) != nil)
        }
    }

    @Test func numbersThatAreNoneAreNotBytes() {
        for bytes in ["nan", "inf", "-infinity", "0x1p9", "1e400", "x"] {
            let line = #"1.2.3.4 - u [05/Jan/2026:08:30:00 +0000] "GET / HTTP/1.1" 200 \#(bytes)"#
            let found = events(of: line, CombinedReader()).events
            #expect(found.count == 1 && found.first?.first(Taxonomy.bytes) == nil, "\(bytes)")
        }
    }

    @Test func timesBeyondTheYear9999AreRefused() {
        for time in ["9223372036854775807", "-9223372036854775808", "253402300800000", "-62167219200001"] {
            let refused = events(of: #"{"class_uid":4001,"time":\#(time)}"#, OCSFReader()).refused
            #expect(refused == [.time], "\(time)")
        }
        #expect(Timestamp(log: "253402300799999") != nil && Timestamp(log: "253402300800000") == nil)
    }

    @Test func entriesBeyondTheYear9999AreRefused() {
        for (time, isTaken) in [(Int64(253_402_300_799_999), true), (253_402_300_800_000, false), (.max, false)] {
            let entry = LedgerEntry(
                time: Timestamp(milliseconds: time), link: nil, event: .policy(Policy(name: .mode, value: "enforce")))
            let (found, refused) = events(of: String(decoding: entry.bytes, as: UTF8.self), LedgerEventReader())
            #expect((found.count == 1) == isTaken && refused.isEmpty == isTaken, "\(time)")
        }
    }

    @Test func anErrorIsOneLineWhateverItQuotes() {
        let error = RuleError(
            RulePlace(file: "r.yml", line: 3), "there is no type `value_s\n\r\u{1B}[2J`", instead: "a\nb")
        #expect(error.description == "r.yml:3: there is no type `value_s   [2J`; a b")
    }

    @Test func anEngineDoesNotBelieveEndsOfTime() throws {
        for time in [Int64.min, .min + 1, .max, .max - 1] {
            var reader = SigmaReader()
            for text in FuzzCorpus.rules { _ = reader.add(file: "r.yml", text: text) }
            var engine = try Engine(reader.ruleSet().rules)
            for moment in [time, 0, time] {
                var event = Event()
                event.time = Timestamp(milliseconds: moment)
                engine.process(event) { _ in }
            }
            #expect(engine.figures.jumped == 2)
            engine.advance(to: Timestamp(milliseconds: time)) { _ in }
            engine.finish { _ in }
        }
    }

    @Test func countsOfAStateFileAreBounded() throws {
        let files = try TestFile()
        for (name, value) in [("line", "9223372036854775807"), ("offset", "9223372036854775807"), ("events", "-1")] {
            let numbers = ["headLength": "0", "from": "0", "offset": "9", "line": "1", "events": "0"]
                .merging([name: value]) { $1 }
                .map { #""\#($0)":\#($1)"# }
                .joined(separator: ",")
            let text = #"{"v":1,"files":[{"path":"a","device":"1","inode":"2","head":"",\#(numbers)}]}"#
            try files.write(text, to: "state")
            #expect(throws: SourceError.self) { _ = try OffsetState(path: files.path("state")) }
        }
    }

    @Test func aMessageHasAsManyFieldsAsAnEventMayHave() throws {
        let prefix = try #require(LogLinePrefix("[%p] "))
        let text = "[1] LOG:  x\n" + String(repeating: "[1] DETAIL:  d\n", count: 6_000)
        let found = events(of: text, PostgresTextReader(prefix: prefix)).events
        #expect(found.count == 1 && found.allSatisfy { $0.count <= SourceLimits.fields + 100 })
    }

    @Test func errorsOfMappingsAreOneLine() throws {
        for text in ["x: 1", "mapping: 1", "a: &a [x]\nb: [" + String(repeating: "*a,", count: 300) + "]"] {
            let error = #expect(throws: RuleError.self) { _ = try FieldMapping(yaml: text, file: "m.yml") }
            #expect(error?.description.contains("\n") == false)
        }
    }
}
