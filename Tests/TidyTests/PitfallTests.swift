import Testing

@Suite("Pitfalls that reviewers keep finding")
struct PitfallTests {
    private static func places(of pitfall: Pitfall) -> [(file: SourceFile, line: Int)] {
        (Tree.sources + Tree.tests).filter(pitfall.applies).flatMap { file in
            file.code.indices.filter { pitfall.matches(file.code[$0]) }.map { (file, $0 + 1) }
        }
    }

    @Test("None without a reason", arguments: Pitfall.all.indices)
    func none(index: Int) {
        let pitfall = Pitfall.all[index]
        let findings = PitfallTests.places(of: pitfall).filter { place in
            !PitfallException.all.contains { $0.file == place.file.path && $0.pitfall == pitfall.name }
        }.map { Finding(file: $0.file.path, line: $0.line, what: pitfall.name, reason: pitfall.reason) }
        #expect(findings.isEmpty, "\(Finding.report(findings))")
    }

    @Test("Every exception is still needed")
    func exceptions() {
        for exception in PitfallException.all {
            let pitfall = Pitfall.all.first { $0.name == exception.pitfall }
            let places = pitfall.map(PitfallTests.places) ?? []
            #expect(places.contains { $0.file.path == exception.file }, "\(exception.file): \(exception.pitfall)")
        }
    }

    @Test("Nothing is left to be done later")
    func unfinished() {
        let words = ["TO" + "DO", "FIX" + "ME", "XX" + "X:"]
        var findings: [Finding] = []
        let reason = "do it, or write down that it is not done"
        for file in Tree.files where words.contains(where: file.holds) {
            for (index, line) in file.lines.enumerated() where words.contains(where: line.containsWord) {
                findings.append(Finding(file: file.path, line: index + 1, what: "unfinished", reason: reason))
            }
        }
        #expect(findings.isEmpty, "\(Finding.report(findings))")
    }

    @Test("Pitfalls are told from what only looks like them")
    func recognition() {
        for line in ["let a = b!", "f()!.c", "d[0]![1]", "let e: F!"] { #expect(Pitfall.unwraps(line), "\(line)") }
        for line in ["a != b", "!a", "if x, !y {", "try! f()", "a!=b"] { #expect(!Pitfall.unwraps(line), "\(line)") }
        for line in ["Task { f() }", "Task.detached { }", "let t = Task<Void, Never> { }"] {
            #expect(Pitfall.detaches(line), "\(line)")
        }
        for line in ["group.addTask { }", "withTaskGroup(of: A.self) { }", "Task.sleep(for: a)"] {
            #expect(!Pitfall.detaches(line), "\(line)")
        }
    }

    @Test("Comments and strings are no code")
    func stripping() {
        let text = "let a = \"x! \\(b!) y!\" // c!\n/* d!\n/* e! */ */ f\nlet g = #\"h\\(i!)\"#\n"
        #expect(CodeText.lines(of: text) == ["let a = \"b!\" ", "", " f", "let g = \"\"", ""])
        let long = "let j = \"\"\"\n  k!\n  \"\"\"\nlet m = 1"
        #expect(CodeText.lines(of: long) == ["let j = \"", "", "\"", "let m = 1"])
    }
}
