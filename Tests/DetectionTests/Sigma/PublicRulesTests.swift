import Foundation
import Testing

@testable import Detection

/// The public rules of SigmaHQ and their regression cases.
@Suite struct PublicRulesTests {
    private typealias Loaded = (rules: RuleSet, errors: [RuleError], files: Int)

    /// Reads one file of so many.
    private static func load(_ pipelines: [Pipeline], each step: Int = 1) -> Loaded {
        var (reader, errors, count) = (SigmaReader(pipelines: pipelines), [RuleError](), 0)
        for (place, file) in SigmaSupport.files("rules", ending: ".yml").enumerated() where place.isMultiple(of: step) {
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? "no file"
            errors += reader.add(file: file.lastPathComponent, text: text)
            count += 1
        }
        let (rules, more) = reader.ruleSet()
        return (rules, errors + more, count)
    }

    /// All of them, with the Windows pipeline.
    private static let windows = Result { load([try SigmaSupport.windows()]) }

    @Test(.enabled(if: SigmaSupport.hasData, "the public rules are not beside the repository"))
    func `all public rules load, with and without the Windows pipeline`() throws {
        let step = FullRuns.size(1, byDefault: 20)
        for (loaded, step) in [(PublicRulesTests.load([], each: step), step), (try PublicRulesTests.windows.get(), 1)] {
            #expect(loaded.errors.isEmpty, "\(loaded.errors.prefix(20).map(\.description))")
            #expect(loaded.files > 3_000 / step && loaded.rules.items.count >= loaded.files)
            print(
                """
                public rules loaded: \(loaded.rules.items.count) of \(loaded.files) files, \(loaded.errors.count) \
                errors
                """
            )
        }
    }

    @Test(.enabled(if: SigmaSupport.hasData, "the regression cases are not beside the repository"))
    func `regression cases match their rules once the Windows pipeline is applied`() throws {
        var rules: [String: Rule] = [:]
        for case .rule(let rule) in try PublicRulesTests.windows.get().rules.items {
            if let id = rule.id { rules[id] = rule }
        }
        var (matched, missing, wrong): (Int, Int, [String]) = (0, 0, [])
        for file in SigmaSupport.files("regression", ending: ".json") {
            guard let rule = rules[file.deletingPathExtension().lastPathComponent] else {
                missing += 1
                continue
            }
            let events = try PublicRulesTests.events(file)
            if events.contains(where: { $0.matches(rule) }) { matched += 1 } else { wrong.append(rule.title) }
        }
        print("regression cases: \(matched) match, \(missing) without a rule here, \(wrong.count) do not match")
        #expect(matched > 90)
        #expect(wrong.isEmpty, "\(wrong)")
    }

    private static func events(_ file: URL) throws -> [PlainMatcher] {
        let text = try String(contentsOf: file, encoding: .utf8)
        let parts = text.replacing("\n}\n{", with: "\n}\u{1}{").split(separator: "\u{1}")
        return try parts.map { part in
            let object = try JSONSerialization.jsonObject(with: Data(part.utf8))
            return PlainMatcher(fields: flat(object, "").map { ($0.0, $0.1) })
        }
    }

    private static func flat(_ value: Any, _ name: String) -> [(String, String?)] {
        switch value {
        case let map as [String: Any]: map.flatMap { flat($0.value, name.isEmpty ? $0.key : "\(name).\($0.key)") }
        case let list as [Any]: list.flatMap { flat($0, name) }
        case is NSNull: [(name, nil)]
        default: [(name, "\(value)")]
        }
    }
}
