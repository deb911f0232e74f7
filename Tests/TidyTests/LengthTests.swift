import Testing

@Suite("Sizes")
struct LengthTests {
    /// Files that may be longer than 500 lines, each with its reason.
    static let longFiles: [String: String] = [:]

    /// The four targets on which the bound rests even if all else is hostile.
    static let core = ["Sealing", "Ledger", "Identity", "Broker"]

    @Test("No file is over 500 lines without a reason")
    func files() {
        let reason = "a file that one cannot take in hides things; split it, or give a reason in LengthTests.longFiles"
        let places = ["Sources/", "Tests/", "Benchmarks/", "Web/"]
        let judged = Tree.files.filter { file in places.contains { file.path.hasPrefix($0) } }
        let long = judged.filter { $0.lines.count > 501 && LengthTests.longFiles[$0.path] == nil }
        let findings = long.map { Finding(file: $0.path, line: $0.lines.count, what: "too long", reason: reason) }
        #expect(findings.isEmpty, "\(Finding.report(findings))")
    }

    @Test("Every exception is still needed")
    func exceptions() {
        for (path, _) in LengthTests.longFiles {
            #expect(Tree.files.contains { $0.path == path && $0.lines.count > 501 }, "\(path)")
        }
    }

    /// Lines of code: comments and blank lines help the reader and are not counted (docs/decisions/0011-core-size.md).
    @Test("The trusted core stays under 8,000 lines")
    func coreSize() {
        var total = 0
        var parts: [String] = []
        for target in LengthTests.core {
            let lines = Tree.sources.filter { $0.target == target }.flatMap(\.lines)
            let count = lines.count { line in
                let text = line.drop { $0 == " " }
                return !text.isEmpty && !text.hasPrefix("//")
            }
            total += count
            parts.append("\(target) \(count)")
        }
        #expect(total > 0)
        let counts = parts.joined(separator: ", ")
        #expect(total < 8_000, "\(total) lines (\(counts)): what must be right must be readable in a day or two")
    }
}
