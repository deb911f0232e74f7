import Foundation
import Testing

@testable import Detection

/// The public rules of SigmaHQ and their regression cases.
@Suite struct PublicRulesTests {
    private static func reader(_ pipelines: [Pipeline] = []) throws -> (SigmaReader, [RuleError], files: Int) {
        var (reader, errors) = (SigmaReader(pipelines: pipelines), [RuleError]())
        let files = SigmaSupport.files("rules", ending: ".yml")
        for file in files {
            errors += reader.add(file: file.lastPathComponent, text: try String(contentsOf: file, encoding: .utf8))
        }
        return (reader, errors, files.count)
    }

    @Test(.enabled(if: SigmaSupport.hasData, "the public rules are not beside the repository"))
    func `all public rules load, with and without the Windows pipeline`() throws {
        for pipelines in [[], [try SigmaSupport.windows()]] {
            let (reader, errors, files) = try PublicRulesTests.reader(pipelines)
            #expect(errors.isEmpty, "\(errors.prefix(20).map(\.description))")
            let (set, more) = reader.ruleSet()
            #expect(more.isEmpty, "\(more.prefix(20).map(\.description))")
            #expect(files > 3_000 && set.items.count >= files)
            print("public rules loaded: \(set.items.count) of \(files) files, \(errors.count + more.count) errors")
        }
    }

    @Test(.enabled(if: SigmaSupport.hasData, "the regression cases are not beside the repository"))
    func `regression cases match their rules once the Windows pipeline is applied`() throws {
        let (reader, _, _) = try PublicRulesTests.reader([try SigmaSupport.windows()])
        var rules: [String: Rule] = [:]
        for case .rule(let rule) in reader.ruleSet().rules.items { if let id = rule.id { rules[id] = rule } }
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
