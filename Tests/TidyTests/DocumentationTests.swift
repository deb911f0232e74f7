import Testing

@Suite("Public declarations say what they are for")
struct DocumentationTests {
    private static let before: Set<Substring> = [
        "static", "final", "indirect", "override", "mutating", "nonisolated", "convenience", "required", "class",
    ]

    /// Whether a line of code begins a public declaration.
    static func isPublic(_ line: String) -> Bool {
        let words = line.split(whereSeparator: \.isWhitespace).drop { $0.hasPrefix("@") || before.contains($0) }
        guard words.first == "public", let next = words.dropFirst().first else { return false }
        return next != "import" && next != "extension"
    }

    /// Whether the declaration that begins at `index` has a doc comment above it, attributes between allowed.
    static func isDocumented(_ file: SourceFile, at index: Int) -> Bool {
        for line in file.lines[..<index].reversed() {
            let text = line.drop(while: \.isWhitespace)
            if text.hasPrefix("///") || text.hasSuffix("*/") { return true }
            guard text.hasPrefix("@") else { return false }
        }
        return false
    }

    @Test("Each has a /// comment")
    func documented() {
        let reason = "whoever calls it reads this and not the body: what for, units, errors, source"
        var findings: [Finding] = []
        for file in Tree.sources where file.holds("public") {
            for (index, line) in file.code.enumerated() where DocumentationTests.isPublic(line) {
                guard !DocumentationTests.isDocumented(file, at: index) else { continue }
                findings.append(Finding(file: file.path, line: index + 1, what: "no doc comment", reason: reason))
            }
        }
        #expect(findings.isEmpty, "\(Finding.report(findings))")
    }

    @Test("A missing comment is found")
    func finds() {
        let text = "/// Says.\n@inlinable\npublic func a() {}\npublic let b = \"\"\n"
        let file = SourceFile(path: "Sources/X/A.swift", text: text)
        let found = file.code.indices.filter {
            DocumentationTests.isPublic(file.code[$0]) && !DocumentationTests.isDocumented(file, at: $0)
        }
        #expect(found == [3])
    }
}
