import Foundation
import Testing
import Vocabulary

@testable import Detection

/// One stream of an oracle: a correlation, events in the order they arrive, and when the oracle says that it holds.
struct OracleStream {
    /// The oracle's directory; nil when none was asked for.
    static let directory = ProcessInfo.processInfo.environment["COLLOQUE_ORACLE"].map { URL(filePath: $0) }

    /// The kind of correlation, as the script calls it.
    let shape: String
    let rules: RuleSet
    let events: [Event]
    /// Lines of a group's values and a moment in milliseconds.
    let expected: Set<String>

    init(_ number: Int, in directory: URL) throws {
        func text(_ ending: String) throws -> String {
            try String(contentsOf: directory.appending(path: "\(number).\(ending)"), encoding: .utf8)
        }
        let yaml = try text("yml")
        shape = String(yaml.prefix { $0 != "\n" }.drop { $0 == "#" || $0 == " " })
        rules = try SigmaSupport.set(yaml)
        var reader = JSONEventReader()
        events = try text("ndjson").split(separator: "\n").map { line in
            var event = Event()
            try reader.read(Array(line.utf8).span, into: &event)
            event.time = event.first("t").flatMap { Int64($0) }.map { Timestamp(milliseconds: $0) }
            return event
        }
        expected = Set(try text("expected").split(separator: "\n").map(String.init))
    }

    /// What an engine finds, in the oracle's words.
    func found() throws -> (lines: Set<String>, repeated: Bool) {
        var options = EngineOptions()
        options.lateness = 30_000
        var engine = try Engine(rules, options: options)
        var (lines, count): (Set<String>, Int) = ([], 0)
        let root = rules.items.count - 1
        let take = { (match: Match) in
            guard match.item == root, let time = match.time?.milliseconds else { return }
            lines.insert(match.group.map { $0.lowercased() }.joined(separator: "\u{1F}") + "|\(time)")
            count += 1
        }
        for event in events { engine.process(event, take) }
        engine.finish(take)
        #expect(engine.figures.late == 0)
        return (lines, count != lines.count)
    }
}
