import Testing

@testable import Detection

/// A rule's head, its files and its documents (rules specification 2.1).
@Suite struct RuleReaderTests {
    @Test func `the head of a rule`() throws {
        let head = """
            id: 5638f7c0-ac70-491d-8465-2a65075e0d86
            name: n
            status: test
            level: HIGH
            tags: [attack.t1213, attack.collection]
            fields: [user, rows]
            x-own: {anything: [at, all]}
            date: 2024-08-08

            """
        let rule = try SigmaSupport.first(try SigmaSupport.set(SigmaSupport.rule("a: [x]\ncondition: a", head: head)))
        #expect(rule.id == "5638f7c0-ac70-491d-8465-2a65075e0d86" && rule.name == "n" && rule.title == "T")
        #expect(
            rule.level == .high && rule.tags == ["attack.t1213", "attack.collection"]
                && rule.fields == ["user", "rows"])
        #expect(rule.source == LogSource(product: "p") && rule.place == RulePlace(file: "t.yml", line: 1))
    }

    @Test func `several documents, of which those without errors are kept`() throws {
        let good = SigmaSupport.rule("a: [x]\ncondition: a")
        let text = "\(good)---\n\(SigmaSupport.rule("a: [x]\ncondition: b"))---\n\n---\n\(good)"
        var reader = SigmaReader()
        let errors = reader.add(file: "t.yml", text: text)
        #expect(errors.map(\.place.line) == [13] && reader.count == 2)
        #expect(reader.add(file: "u.yml", text: "\(good)---\na: [b\n").map(\.place.line) == [9])
        #expect(reader.count == 3)
    }

    @Test func `all errors of a rule are told at once`() {
        let text = SigmaSupport.rule(
            "a:\n    x|startwith: a\n    y|lt: b\n    z: 1\nb: {}\ncondition: c", head: "level: hihg\n")
        let errors = SigmaSupport.errors(text)
        #expect(errors.map(\.place.line).sorted() == [2, 7, 8, 10, 11], "\(errors)")
        #expect(errors.allSatisfy { $0.remedy != nil })
        #expect(errors.contains { $0.description == "t.yml:2: there is no level `hihg`; write high" })
    }

    @Test func `wrong types of known keys are errors`() {
        let cases = [
            "title: [a]", "id: [1]", "id: ''", "name: 5", "level: [high]", "level: severe", "status: done",
            "tags: attack", "tags: {a: b}", "fields: {a: b}",
            "logsource: windows", "logsource: {}", "logsource: {product: 5}", "detection: a", "author: [a]",
            "references: {a: b}", "name: ''",
        ]
        for line in cases {
            let key = line.prefix { $0 != ":" }
            let rest = ["title: T", "logsource: {product: p}", "detection: {a: {x: 1}, condition: a}"].filter {
                !$0.hasPrefix("\(key):")
            }
            #expect(!SigmaSupport.errors(([line] + rest).joined(separator: "\n")).isEmpty, "\(line)")
        }
        for missing in ["title", "logsource", "detection"] {
            let lines = ["title: T", "logsource: {product: p}", "detection: {a: {x: 1}, condition: a}"].filter {
                !$0.hasPrefix(missing)
            }
            #expect(SigmaSupport.errors(lines.joined(separator: "\n")).first?.problem == "\(missing) is missing")
        }
        #expect(SigmaSupport.errors("action: global\ntitle: T\n").first?.problem.contains("action") == true)
        #expect(SigmaSupport.errors("- a\n").first?.problem == "a document that is a list")
    }

    @Test func `aliases and merged maps of YAML`() throws {
        let text = SigmaSupport.rule("a: &base\n    x: 1\n    y: 2\nb:\n    <<: *base\n    y: 3\ncondition: a or b")
        let rule = try SigmaSupport.first(try SigmaSupport.set(text))
        let tests = SigmaSupport.tests(rule.searches[1].body)
        #expect(Set(tests.compactMap(\.field)) == ["x", "y"])
        #expect(tests.first { $0.field == "y" }?.tests == [.text(TextPattern([.literal([0x33])]))])
        #expect(SigmaSupport.errors("title: a\ntitle: b\n").first?.problem.contains("twice") == true)
    }
}
