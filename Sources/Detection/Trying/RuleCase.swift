import Foundation
import JSONTree
import Vocabulary

/// Events and what the rules of a file must find in them (`rules/tests/NAME.ndjson`, docs/rules.md).
public struct RuleCase: CustomStringConvertible, Sendable {
    /// The rules' file, without its ending.
    public let file: String
    /// What the case is about.
    public let title: String
    /// By name: how often a rule matches, how many groups a correlation finds. What is not named finds nothing.
    public let expected: [String: Int]
    /// Rules of other files that find something, rightly.
    public let others: Set<String>
    /// In the order of time.
    public let events: [Event]

    /// The file and the case's title.
    public var description: String { "\(file): \(title)" }
}

extension RuleCase {
    private static let mostEvents: Int64 = 100_000

    /// Reads a file of cases: a line with `case`, `expect` and `with` (fields of all its events), then its events, one
    /// a line; `repeat` makes several, `every` seconds apart, with `{n}` counting from 0.
    public static func read(_ path: String) throws(RuleError) -> [RuleCase] {
        let file = URL(filePath: path).deletingPathExtension().lastPathComponent
        func fault(_ line: Int, _ problem: String) -> RuleError {
            RuleError(RulePlace(file: path, line: line), problem)
        }
        guard let data = FileManager.default.contents(atPath: path) else { throw fault(1, "cannot be read") }
        var cases: [(head: JSONValue, events: [Event])] = []
        for (index, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
            guard let value = try? JSONValue(parsing: Array(line)) else { throw fault(index + 1, "not JSON") }
            if value["case"] != nil {
                cases.append((value, []))
            } else {
                guard let last = cases.indices.last, let more = events(value, cases[last].head["with"]) else {
                    throw fault(index + 1, "an event needs a case before it and a time")
                }
                cases[last].events += more
            }
        }
        return cases.map { head, events in
            let expected = (head["expect"]?.object?.members ?? []).map { ($0.key, Int($0.value.number?.int64 ?? -1)) }
            return RuleCase(
                file: file, title: head["case"]?.string ?? "", expected: Dictionary(expected) { $1 },
                others: Set((head["others"]?.array ?? []).compactMap(\.string)),
                events: events.sorted { ($0.time ?? .distantPast) < ($1.time ?? .distantPast) })
        }
    }

    private static func events(_ line: JSONValue, _ shared: JSONValue?) -> [Event]? {
        guard let text = line["time"]?.string, let start = Timestamp(logged: text) else { return nil }
        let members = (line.object?.members ?? []).filter { !["time", "repeat", "every"].contains($0.key) }
        let rest = (shared?.object?.members ?? []).filter { line[$0.key] == nil }
        let (count, every) = (line["repeat"]?.number?.int64 ?? 1, line["every"]?.number?.int64 ?? 0)
        guard (0...mostEvents).contains(count), (0...86_400_000).contains(every) else { return nil }
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
