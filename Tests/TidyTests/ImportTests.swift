import Testing

@Suite("Imports follow the table of the house")
struct ImportTests {
    /// The module that a line imports; nil for other lines.
    static func module(_ line: String) -> String? {
        let words = line.split(whereSeparator: \.isWhitespace).filter { !$0.hasPrefix("@") }
        let modifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
        let rest = words.drop { modifiers.contains($0) }
        guard rest.first == "import", rest.count > 1 else { return nil }
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
        return rest.dropFirst().first { !kinds.contains($0) }.map { String($0.prefix { $0 != "." }) }
    }

    @Test("A target imports only what stands to its right")
    func imports() {
        var findings: [Finding] = []
        for file in Tree.sources {
            guard let target = file.target else { continue }
            guard let rule = TargetRule.byName[target] else {
                let what = "target \(target)"
                findings.append(Finding(file: file.path, line: 1, what: what, reason: "not in the table"))
                continue
            }
            let allowed = rule.reachable.union(rule.outside).union(TargetRule.system)
            for (index, line) in file.code.enumerated() {
                guard let module = ImportTests.module(line), !allowed.contains(module) else { continue }
                let what = "imports \(module)"
                findings.append(Finding(file: file.path, line: index + 1, what: what, reason: rule.reason))
            }
        }
        #expect(!Tree.sources.isEmpty)
        #expect(findings.isEmpty, "\(Finding.report(findings))")
    }

    @Test("No target reaches itself")
    func acyclic() {
        for rule in TargetRule.all { #expect(!rule.reachable.contains(rule.name), "\(rule.name)") }
    }

    @Test(
        "A line's module is found",
        arguments: [
            ("import Crypto", "Crypto"), ("@testable import Broker", "Broker"),
            ("public import struct NIOCore.ByteBuffer", "NIOCore"),
        ])
    func module(line: String, expected: String) { #expect(ImportTests.module(line) == expected) }
}
