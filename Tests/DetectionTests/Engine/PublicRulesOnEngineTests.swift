import Foundation
import Testing
import Vocabulary

@testable import Detection

/// The regression cases of the public rules through one engine that holds all of them.
@Suite struct PublicRulesOnEngineTests {
    @Test(.enabled(if: SigmaSupport.hasData, "the regression cases are not beside the repository"))
    func `each regression case is found by an engine of all public rules`() throws {
        var reader = SigmaReader(pipelines: [try SigmaSupport.windows()])
        for file in SigmaSupport.files("rules", ending: ".yml") {
            _ = reader.add(file: file.lastPathComponent, text: try String(contentsOf: file, encoding: .utf8))
        }
        let rules = reader.ruleSet().rules
        var places: [String: Int] = [:]
        for case (let place, .rule(let rule)) in rules.items.enumerated() {
            if let id = rule.id { places[id] = place }
        }
        var engine = try Engine(rules)
        var (found, events, without, wrong): (Int, Int, Int, [String]) = (0, 0, 0, [])
        for file in SigmaSupport.files("regression", ending: ".json") {
            let given = try PublicRulesOnEngineTests.events(file)
            var matched: Set<Int> = []
            for event in given { engine.process(event) { matched.insert($0.item) } }
            events += given.count
            guard let place = places[file.deletingPathExtension().lastPathComponent] else {
                without += 1
                continue
            }
            if matched.contains(place) { found += 1 } else { wrong.append(file.lastPathComponent) }
        }
        print("engine of \(rules.items.count) rules: \(found) cases found, \(without) without a rule, \(events) events")
        #expect(wrong.isEmpty, "\(wrong)")
        #expect(found >= 96)
        #expect(engine.figures.events == events)
    }

    /// The objects of a file, one after the other.
    private static func events(_ file: URL) throws -> [Event] {
        let text = try String(contentsOf: file, encoding: .utf8)
        var reader = JSONEventReader()
        return try text.replacing("\n}\n{", with: "\n}\u{1}{").split(separator: "\u{1}").map { part in
            var event = Event()
            event.source = LogSource(product: "windows")
            try reader.read(Array(part.utf8).span, into: &event)
            return event
        }
    }
}
