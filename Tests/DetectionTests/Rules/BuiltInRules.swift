import Foundation

@testable import Detection

/// The rules under `rules/` of this repository.
enum BuiltInRules {
    static let folders = ["database", "identity", "network", "vault", "web"]

    static let root: URL? = {
        var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let rules = folder.appending(path: "rules")
            if FileManager.default.fileExists(atPath: rules.appending(path: "pipelines/values.yml").path) {
                return rules
            }
        }
        return nil
    }()

    static var files: [URL] {
        guard let root else { return [] }
        return folders.flatMap { folder in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
            return names.sorted().filter { $0.hasSuffix(".yml") }.map { root.appending(path: "\(folder)/\($0)") }
        }
    }

    /// All rules, and what was refused.
    static func load() throws -> (rules: RuleSet, errors: [RuleError]) {
        guard let root else { return (RuleSet(), []) }
        let values = try String(contentsOf: root.appending(path: "pipelines/values.yml"), encoding: .utf8)
        var reader = SigmaReader(pipelines: [try Pipeline(file: "values.yml", text: values)])
        var errors: [RuleError] = []
        for file in files {
            errors += reader.add(file: file.lastPathComponent, text: try String(contentsOf: file, encoding: .utf8))
        }
        let (rules, more) = reader.ruleSet()
        return (rules, errors + more)
    }

    static var cases: [RuleCase] {
        get throws {
            guard let root else { return [] }
            let names = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "tests").path)
            return try names.filter { $0.hasSuffix(".ndjson") }.sorted().flatMap {
                try RuleCase.read(root.appending(path: "tests/\($0)").path)
            }
        }
    }
}
