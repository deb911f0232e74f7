import Foundation
import JSONTree
import Vocabulary

@testable import Detection

/// Events and what the rules of a file must find in them (`rules/tests/NAME.ndjson`, docs/rules.md).
struct RuleCase: CustomStringConvertible {
    /// The rules' file, without its ending.
    let file: String
    let title: String
    /// By name: how often a rule matches, how many groups a correlation finds. What is not named finds nothing.
    let expected: [String: Int]
    /// Rules of other files that find something, rightly.
    let others: Set<String>
    /// In the order of time.
    let events: [Event]

    var description: String { "\(file): \(title)" }
}

extension RuleCase {
    /// What is wrong with a file of cases.
    struct Fault: Error { let line: Int }

    /// Reads a file of cases: a line with `case`, `expect` and `with` (fields of all its events), then its events, one
    /// a line; `repeat` makes several, `every` seconds apart, with `{n}` counting from 0.
    static func read(_ url: URL) throws -> [RuleCase] {
        let file = url.deletingPathExtension().lastPathComponent
        var cases: [(head: JSONValue, events: [Event])] = []
        for (index, line) in try String(contentsOf: url, encoding: .utf8).split(separator: "\n").enumerated() {
            let value = try JSONValue(parsing: Array(line.utf8))
            if value["case"] != nil {
                cases.append((value, []))
            } else {
                guard let last = cases.indices.last, let more = events(value, cases[last].head["with"]) else {
                    throw Fault(line: index + 1)
                }
                cases[last].events += more
            }
        }
        return cases.map { head, events in
            let expected = (head["expect"]?.object?.members ?? []).map { ($0.key, Int($0.value.number?.int64 ?? -1)) }
            return RuleCase(
                file: file, title: head["case"]?.string ?? "", expected: Dictionary(uniqueKeysWithValues: expected),
                others: Set((head["others"]?.array ?? []).compactMap(\.string)),
                events: events.sorted { ($0.time ?? .distantPast) < ($1.time ?? .distantPast) })
        }
    }

    private static func events(_ line: JSONValue, _ shared: JSONValue?) -> [Event]? {
        guard let text = line["time"]?.string, let start = Timestamp(logged: text) else { return nil }
        let members = (line.object?.members ?? []).filter { !["time", "repeat", "every"].contains($0.key) }
        let rest = (shared?.object?.members ?? []).filter { line[$0.key] == nil }
        let (count, every) = (line["repeat"]?.number?.int64 ?? 1, line["every"]?.number?.int64 ?? 0)
        return (0..<count).map { n in
            var event = Event()
            let time = start.adding(seconds: n * every)
            event.time = time
            event.add("time", time.instant)
            for member in members + rest { add(member.key, member.value, n, &event) }
            return event
        }
    }

    private static func add(_ key: String, _ value: JSONValue, _ n: Int64, _ event: inout Event) {
        switch value {
        case .string(let text) where key.hasPrefix("logsource."): set(key, text, &event.source)
        case .string(let text): event.add(key, text.replacing("{n}", with: String(n)))
        case .number(let number): event.add(key, number.text, kind: .number)
        case .bool(let flag): event.add(key, flag ? "true" : "false", kind: .bool)
        case .array(let values): for value in values { add(key, value, n, &event) }
        case .null, .object: event.add(key, "", kind: .null)
        }
    }

    private static func set(_ key: String, _ text: String, _ source: inout LogSource) {
        switch key {
        case "logsource.category": source.category = text
        case "logsource.product": source.product = text
        default: source.service = text
        }
    }
}

extension Timestamp {
    fileprivate static let distantPast = Timestamp(milliseconds: .min)
}
