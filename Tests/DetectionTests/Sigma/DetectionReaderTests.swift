import Testing

@testable import Detection

/// Searches: maps, lists, keywords and values (rules specification 2.1, "Detection").
@Suite struct DetectionReaderTests {
    private func body(_ detection: String) throws -> Search.Body? {
        try SigmaSupport.first(try SigmaSupport.set(SigmaSupport.rule(detection))).searches.first?.body
    }

    private func pattern(_ line: String) throws -> [TextPattern.Piece] {
        guard case .text(let pattern) = try SigmaSupport.test(line).tests.first else { throw SigmaSupport.Missing() }
        return pattern.pieces
    }

    private func literal(_ text: String) -> TextPattern.Piece { .literal(Array(text.utf8)) }

    @Test func `maps are joined by and, lists of maps by or`() throws {
        guard case .all(let parts) = try body("a:\n    x: 1\n    y: 2\ncondition: a") else {
            throw SigmaSupport.Missing()
        }
        #expect(parts.count == 2)
        guard case .any(let maps) = try body("a:\n  - x: 1\n    y: 2\n  - z: 3\ncondition: a"), case .all = maps[0]
        else {
            throw SigmaSupport.Missing()
        }
        #expect(maps.count == 2)
        guard case .any(let nested) = try body("a:\n  - [k1, k2]\n  - z: 3\n  - word\ncondition: a") else {
            throw SigmaSupport.Missing()
        }
        #expect(nested.count == 3)
    }

    @Test func `several values are any of them, or all with all`() throws {
        #expect(try SigmaSupport.test("x: [a, b]").needsAll == false)
        let test = try SigmaSupport.test("x|contains|all: [a, b]")
        #expect(test.needsAll && test.tests.count == 2)
    }

    @Test func `keywords are looked for anywhere in all values`() throws {
        let test = try SigmaSupport.test("- word\n    - 7")
        #expect(test.field == nil && !test.needsAll && test.tests.count == 2)
        #expect(test.tests[0] == .text(TextPattern([.any, literal("word"), .any])))
        #expect(test.tests[1] == .text(TextPattern([.any, literal("7"), .any])))
        let all = try SigmaSupport.test("'|all': [a, b]")
        #expect(all.field == nil && all.needsAll && all.tests.count == 2)
        #expect(try SigmaSupport.test("'|startswith': a").tests == [.text(TextPattern([literal("a"), .any]))])
        #expect(try SigmaSupport.test("'|re': a.c").field == nil)
    }

    @Test func `null, the empty text and absent fields are three things`() throws {
        #expect(try SigmaSupport.test("x: null").tests == [.null])
        #expect(try SigmaSupport.test("x:").tests == [.null])
        #expect(try SigmaSupport.test("x: ''").tests == [.text(TextPattern([]))])
        #expect(try SigmaSupport.test("x|exists: false").tests == [.exists(false)])
        #expect(
            SigmaSupport.errors(SigmaSupport.rule("a:\n    x: ['', null]\ncondition: a")).first?.problem.contains(
                "null") == true)
    }

    @Test func `numbers and truth values are compared as text`() throws {
        let cases = [
            ("x: 4625", "4625"), ("x: -1.5", "-1.5"), ("x: true", "true"), ("x: 'True'", "True"),
            ("x: 00000429", "00000429"),
            ("x: yes", "yes"), ("x: 2024-01-01", "2024-01-01"), ("x: '0x17'", "0x17"), ("x: 10:30", "10:30"),
        ]
        for (line, text) in cases { #expect(try pattern(line) == [literal(text)], "\(line)") }
        #expect(
            SigmaSupport.errors(SigmaSupport.rule("a:\n    x: 0x17\ncondition: a")).first?.remedy
                == "write it in quotes, or in decimal")
    }

    @Test func `wildcards and their escapes`() throws {
        let cases: [(String, [TextPattern.Piece])] = [
            ("a*b?", [literal("a"), .any, literal("b"), .one]),
            (#"a\*b"#, [literal("a*b")]), (#"a\?b"#, [literal("a?b")]),
            (#"a\\*b"#, [literal(#"a\"#), .any, literal("b")]),
            (#"a\\\*b"#, [literal(#"a\*b"#)]),
            (#"C:\Windows\x"#, [literal(#"C:\Windows\x"#)]), (#"C:\\Windows"#, [literal(#"C:\Windows"#)]),
            (#"\\\\host"#, [literal(#"\\host"#)]), (#"\\\host"#, [literal(#"\\host"#)]),
            (#"end\"#, [literal(#"end\"#)]),
            ("**", [.any]),
        ]
        for (text, pieces) in cases { #expect(try pattern("x: '\(text)'") == pieces, "\(text)") }
    }

    @Test func `what cannot match is refused, with a line and what to write`() {
        let cases: [(String, Int, String)] = [
            ("a: {}\ncondition: a", 5, "empty map"), ("a: []\ncondition: a", 5, "empty list"),
            ("a:\ncondition: a", 5, "empty search"),
            ("a:\n    x: []\ncondition: a", 6, "without values"), ("a:\n    x:\n        y: 1\ncondition: a", 7, "map"),
            ("a:\n    x: [[1]]\ncondition: a", 6, "a list among values"),
            ("a:\n  - null\ncondition: a", 6, "null as a keyword"),
            ("a:\n    x: 1\ntimeframe: 5m\ncondition: a", 7, "timeframe"),
        ]
        for (detection, line, words) in cases {
            let errors = SigmaSupport.errors(SigmaSupport.rule(detection))
            #expect(
                errors.contains { $0.place.line == line && $0.problem.contains(words) && $0.remedy != nil },
                "\(detection): \(errors)")
        }
    }
}
