import Detection
import Foundation

/// Sigma rules of a folder, as the detection benchmark loads them.
struct DetectRules {
    /// Plain rules without what was refused.
    let rules: [Rule]
    let refused: Int

    /// Reads all rules below a folder, changed by pipelines.
    init(folder: String, pipelines files: [String]) throws {
        let pipelines = try files.map {
            try Pipeline(file: $0, text: String(contentsOfFile: $0, encoding: .utf8))
        }
        var reader = SigmaReader(pipelines: pipelines)
        var refused = 0
        for name in try DetectRules.names(folder) {
            let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            refused += reader.add(file: name, text: text).count
        }
        let (set, errors) = reader.ruleSet()
        self.refused = refused + errors.count
        rules = set.items.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
        guard !rules.isEmpty else { throw BenchmarkError.unexpected("no rules in \(folder)") }
    }

    private static func names(_ folder: String) throws -> [String] {
        let all = try FileManager.default.subpathsOfDirectory(atPath: folder)
        return all.filter { $0.hasSuffix(".yml") && !$0.contains("pipelines/") }.sorted()
    }

    /// So many of the rules, taken at equal distances, as an engine.
    func engine(_ count: Int) throws -> Engine {
        let kept = (0..<min(count, rules.count)).map { rules[$0 * rules.count / min(count, rules.count)] }
        return try Engine(
            RuleSet(items: kept.map { .rule($0) }, reports: Array(repeating: true, count: kept.count)))
    }
}
