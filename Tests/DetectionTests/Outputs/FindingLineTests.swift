import JSONTree
import Testing
import Vocabulary

@testable import Detection

@Suite("Findings as lines of their own form")
struct FindingLineTests {
    @Test func everythingComesBack() throws {
        for finding in [SampleFinding.fanOut(), SampleFinding.hostile, SampleFinding.fanOut(measure: 0.25, events: 0)] {
            #expect(try FindingLine.read(FindingLine.write(finding)) == finding)
        }
    }

    @Test func readerTakesNothingElse() throws {
        let line = String(decoding: FindingLine.write(SampleFinding.fanOut()), as: UTF8.self)
        let changes = [
            ("\"finding\":1", "\"finding\":2"), ("\"id\":\"5f0c\",", ""), ("\"id\":\"5f0c\"", "\"id\":\"\""),
            ("\"level\":\"high\"", "\"level\":\"grave\""), ("\"events\":3100", "\"events\":-1"),
            ("\"events\":3100", "\"events\":1.5"), ("\"events\":3100", "\"events\":99999999999999999999"),
            ("2026-01-05T08:30:00.000Z", "2026-01-05T08:30:00Z"), ("2026-01-05T08:30", "2026-02-30T08:30"),
            ("2026-01-05T08:30", "2025-01-05T08:30"), ("\"measure\":62", "\"measure\":\"62\""),
            ("\"measure\":62", "\"measure\":1e999"), ("\"unit\":", "\"unti\":"), ("\"unit\":", "\"why\":"),
            ("\"value\":\"p1\"", "\"value\":1"), ("\"value\":\"p1\"", "\"value\":\"p1\",\"more\":\"x\""),
            ("\"tags\":[", "\"tags\":[1,"), ("}\n", "}}\n"), ("}\n", ""),
        ]
        for (from, to) in changes {
            let changed = line.replacingFirst(from, with: to)
            #expect(changed != line, "\(from)")
            #expect(throws: FindingLineError.self, "\(to)") { try FindingLine.read(Array(changed.utf8)) }
        }
    }

    @Test func readerHasLimits() {
        var finding = SampleFinding.fanOut()
        finding.tags = (0...512).map { "t\($0)" }
        #expect(throws: FindingLineError.self) { try FindingLine.read(FindingLine.write(finding)) }
        finding.tags = [String(repeating: "x", count: FindingLine.maximumBytes)]
        #expect(throws: FindingLineError.self) { try FindingLine.read(FindingLine.write(finding)) }
    }

    @Test func errorsShowNoValues() {
        let error = #expect(throws: FindingLineError.self) {
            try FindingLine.read(Array(#"{"finding":1,"level":"jean.dupont@example.org"}"#.utf8))
        }
        #expect(error.map { !"\($0)".contains("dupont") } == true)
    }
}

extension String {
    func replacingFirst(_ text: String, with other: String) -> String {
        guard let range = firstRange(of: text) else { return self }
        return self[..<range.lowerBound] + other + self[range.upperBound...]
    }
}
