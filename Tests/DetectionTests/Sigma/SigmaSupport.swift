import Foundation
import Testing

@testable import Detection

/// Files that tests read and what they read most.
enum SigmaSupport {
    /// The directory that holds Package.swift.
    static let repository: URL = {
        var url = URL(filePath: #filePath).resolvingSymlinksInPath()
        while url.path != "/", !FileManager.default.fileExists(atPath: url.appending(path: "Package.swift").path) {
            url.deleteLastPathComponent()
        }
        return url
    }()

    /// The public rules, beside the repository; nil when they are not there.
    static let data: URL? = {
        let named = ProcessInfo.processInfo.environment["COLLOQUE_SHARED"].map { URL(filePath: $0) }
        let root = (named ?? repository.appending(path: "../shared")).appending(path: "data/sigma").standardized
        return FileManager.default.fileExists(atPath: root.path) ? root : nil
    }()

    static var hasData: Bool { data != nil }

    /// The files below a directory whose names end so, in order.
    static func files(_ directory: String, ending: String) -> [URL] {
        guard let root = data?.appending(path: directory) else { return [] }
        let all = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        return (all?.compactMap { $0 as? URL } ?? []).filter { $0.path.hasSuffix(ending) }.sorted { $0.path < $1.path }
    }

    /// The pipeline that is shipped for nested Windows records.
    static func windows() throws -> Pipeline {
        let url = repository.appending(path: "rules/pipelines/windows-evtx.yml")
        return try Pipeline(file: "windows-evtx.yml", text: try String(contentsOf: url, encoding: .utf8))
    }

    /// A rule with this detection, four spaces deep.
    static func rule(_ detection: String, head: String = "") -> String {
        let lines = detection.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
        return "title: T\n\(head)logsource:\n    product: p\ndetection:\n" + lines.joined(separator: "\n") + "\n"
    }

    /// The set of a text without errors.
    static func set(_ text: String, pipelines: [Pipeline] = []) throws -> RuleSet {
        var reader = SigmaReader(pipelines: pipelines)
        let errors = reader.add(file: "t.yml", text: text)
        #expect(errors.isEmpty, "\(errors)")
        let (set, more) = reader.ruleSet()
        #expect(more.isEmpty, "\(more)")
        return set
    }

    /// All errors of a text, in reading and in resolving.
    static func errors(_ text: String, pipelines: [Pipeline] = []) -> [RuleError] {
        var reader = SigmaReader(pipelines: pipelines)
        let errors = reader.add(file: "t.yml", text: text)
        return errors + reader.ruleSet().errors
    }

    /// The first rule of a set.
    static func first(_ set: RuleSet) throws -> Rule {
        guard case .rule(let rule) = try #require(set.items.first) else { throw Missing() }
        return rule
    }

    /// The rules and correlations of a set.
    static func correlations(_ set: RuleSet) -> [Correlation] {
        set.items.compactMap { if case .correlation(let item) = $0 { item } else { nil } }
    }

    /// The test of the first key of the first search of a rule whose only search is this line.
    static func test(_ line: String, pipelines: [Pipeline] = []) throws -> FieldTest {
        let rule = try first(try set(rule("a:\n    \(line)\ncondition: a"), pipelines: pipelines))
        let found = tests(rule.searches.first?.body)
        return try #require(found.first)
    }

    /// All tests of a body.
    static func tests(_ body: Search.Body?) -> [FieldTest] {
        switch body {
        case .field(let test): [test]
        case .all(let parts), .any(let parts): parts.flatMap { tests($0) }
        case nil: []
        }
    }

    struct Missing: Error {}
}
