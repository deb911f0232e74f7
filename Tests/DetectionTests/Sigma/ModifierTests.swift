import Testing

@testable import Detection

/// Modifiers (modifiers appendix 2.1).
@Suite struct ModifierTests {
    private func texts(_ line: String) throws -> [String] {
        try SigmaSupport.test(line).tests.map { test in
            guard case .text(let pattern) = test else { throw SigmaSupport.Missing() }
            return pattern.pieces.map { piece in
                switch piece {
                case .literal(let bytes): String(decoding: bytes, as: UTF8.self)
                case .any: "*"
                case .one: "?"
                }
            }.joined()
        }
    }

    private func error(_ line: String) -> RuleError? {
        SigmaSupport.errors(SigmaSupport.rule("a:\n    \(line)\ncondition: a")).first
    }

    @Test func `contains, startswith, endswith`() throws {
        #expect(try texts("x|contains: a") == ["*a*"])
        #expect(try texts("x|startswith: a") == ["a*"])
        #expect(try texts("x|endswith: [a, '*b']") == ["*a", "*b"])
        #expect(try texts("x|contains: 4444") == ["*4444*"])
    }

    @Test func `cased, neq, all and exists`() throws {
        guard case .text(let pattern) = try SigmaSupport.test("x|contains|cased: A").tests.first else {
            throw SigmaSupport.Missing()
        }
        #expect(pattern.isCased)
        let negated = try SigmaSupport.test("x|neq: [a, b]")
        #expect(negated.isNegated && !negated.needsAll)
        #expect(try SigmaSupport.test("x|neq: 5").isNegated)
        #expect(try SigmaSupport.test("x|exists: true").tests == [.exists(true)])
    }

    @Test func `windash: hyphen, slash and the three long dashes`() throws {
        #expect(try texts("x|windash: ' -p-n'") == [" -p-n", " /p-n", " –p-n", " —p-n", " ―p-n"])
        let two = try texts("x|contains|windash: '-foo /bar'")
        #expect(two.count == 25 && Set(two).count == 25 && two.contains("*―foo –bar*"))
        #expect(try texts("x|windash|contains: plain") == ["*plain*"])
        #expect(error("x|windash: '-a -b -c -d'")?.problem.contains("5 to the power of 4") == true)
        let all = try SigmaSupport.first(
            try SigmaSupport.set(SigmaSupport.rule("a:\n    x|contains|all|windash: [-a, -b]\ncondition: a")))
        guard case .all(let parts) = all.searches[0].body else { throw SigmaSupport.Missing() }
        #expect(parts.count == 2 && SigmaSupport.tests(parts[0]).first?.tests.count == 5)
        let none = try SigmaSupport.first(
            try SigmaSupport.set(SigmaSupport.rule("a:\n    x|contains|all|neq|windash: [-a, -b]\ncondition: a")))
        guard case .any = none.searches[0].body else { throw SigmaSupport.Missing() }
    }

    @Test func `re with i, m, s and positions`() throws {
        let regex = { (pattern: String, i: Bool, m: Bool, s: Bool) in
            ValueTest.regex(pattern: pattern, ignoresCase: i, isMultiline: m, dotMatchesNewline: s)
        }
        #expect(try SigmaSupport.test(#"x|re: 'a\\b.*'"#).tests == [regex(#"a\\b.*"#, false, false, false)])
        #expect(try SigmaSupport.test("x|re|i|m|s: a").tests == [regex("a", true, true, true)])
        #expect(try SigmaSupport.test("x|re|contains: a").tests == [regex("a", false, false, false)])
        #expect(try SigmaSupport.test("x|re|startswith: a|b").tests == [regex(#"\A(?:a|b)"#, false, false, false)])
        #expect(try SigmaSupport.test("x|re|endswith: a").tests == [regex(#"(?:a)\z"#, false, false, false)])
    }

    @Test func `base64 and its offsets, as pySigma cuts them`() throws {
        #expect(try texts("x|base64: foobar") == ["Zm9vYmFy"])
        #expect(try texts("x|base64offset|contains: http://") == ["*aHR0cDovL*", "*h0dHA6Ly*", "*odHRwOi8v*"])
        #expect(try texts("x|wide|base64: foo") == ["ZgBvAG8A"])
        #expect(try texts("x|utf16le|base64: foo") == ["ZgBvAG8A"])
        #expect(try texts("x|utf16be|base64: foo") == ["AGYAbwBv"])
        #expect(try texts("x|utf16|base64: foo") == ["//5mAG8AbwA="])
        #expect(error("x|base64offset: a")?.problem.contains("leaves nothing") == true)
        #expect(error("x|base64: 'a*'")?.remedy?.contains("base64|contains") == true)
    }

    @Test func `UTF-16 with and without a mark`() throws {
        let bytes = { (line: String) in
            guard case .text(let pattern) = try SigmaSupport.test(line).tests.first,
                case .literal(let bytes) = pattern.pieces.first
            else {
                throw SigmaSupport.Missing()
            }
            return bytes
        }
        #expect(try bytes("x|utf16: cmd") == [0xFF, 0xFE, 0x63, 0, 0x6D, 0, 0x64, 0])
        #expect(try bytes("x|utf16le: cé") == [0x63, 0, 0xE9, 0])
        #expect(try bytes("x|utf16be: cmd") == [0, 0x63, 0, 0x6D, 0, 0x64])
    }

    @Test func `numbers and parts of dates`() throws {
        for comparison in [ValueTest.Comparison.lt, .lte, .gt, .gte] {
            #expect(try SigmaSupport.test("x|\(comparison.rawValue): 2.5").tests == [.compares(comparison, 2.5)])
        }
        for part in ["minute", "hour", "day", "week", "month"] {
            let expected = try #require(ValueTest.DatePart(rawValue: part))
            #expect(try SigmaSupport.test("x|\(part): 7").tests == [.datePart(expected, 7)])
        }
        #expect(try SigmaSupport.test("x|year: 2026").tests == [.datePart(.year, 2026)])
        #expect(
            try SigmaSupport.test("x|hour|gte: 21").tests == [
                .datePart(.hour, 21), .datePart(.hour, 22), .datePart(.hour, 23),
            ])
        #expect(error("x|hour: 24")?.remedy?.contains("between 0 and 23") == true)
    }

    @Test func `cidr of both versions`() throws {
        #expect(try SigmaSupport.test("x|cidr: 10.0.0.0/8").tests == [.network([10, 0, 0, 0], prefix: 8)])
        #expect(try SigmaSupport.test("x|cidr: 192.0.2.1").tests == [.network([192, 0, 2, 1], prefix: 32)])
        let six = [0x20, 1, 0x0D, 0xB8] + [UInt8](repeating: 0, count: 12)
        #expect(try SigmaSupport.test("x|cidr: '2001:db8::/32'").tests == [.network(six, prefix: 32)])
        let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF, 192, 0, 2, 1]
        #expect(try SigmaSupport.test("x|cidr: '::ffff:192.0.2.1'").tests == [.network(mapped, prefix: 128)])
        #expect(
            try SigmaSupport.test("x|cidr: '::/0'").tests == [.network([UInt8](repeating: 0, count: 16), prefix: 0)])
        #expect(error("x|cidr: 10.1.0.0/8")?.remedy == "write 10.0.0.0/8")
        for wrong in [
            "10.0.0/8", "10.0.0.256/8", "10.0.0.0/33", "1::2::3/64", "12345::/16", "10.0.0.0/+8", "01.0.0.0/8",
            "::/129", ":::/0",
        ] {
            #expect(error("x|cidr: '\(wrong)'") != nil, "\(wrong)")
        }
    }

    @Test func `fieldref with positions, neq and cased`() throws {
        let cases: [(String, ValueTest.Likeness)] = [
            ("fieldref", .equals), ("fieldref|startswith", .startswith), ("fieldref|endswith", .endswith),
            ("fieldref|contains", .contains),
        ]
        for (chain, likeness) in cases {
            #expect(try SigmaSupport.test("x|\(chain): y.z").tests == [.field("y.z", likeness, isCased: false)])
            #expect(try SigmaSupport.test("x|\(chain)|neq: y").isNegated)
        }
        #expect(try SigmaSupport.test("x|fieldref|cased: y").tests == [.field("y", .equals, isCased: true)])
    }

    @Test func `wrong chains are refused with what to write`() {
        let cases: [(String, String, String)] = [
            ("x|contains|re: a", "`re` cannot stand after `contains`", "write `re` first"),
            ("x|base64|re: a", "`re` cannot stand after `base64`", "write `re` first"),
            ("x|i: a", "`i` cannot stand alone", "write `re|i`"),
            ("x|re|base64: a", "`base64` cannot stand after `re`", "leave one"),
            ("x|re|cased: a", "`cased`", "minds case"),
            ("x|contains|base64: a", "`base64` cannot stand after `contains`", "base64|contains"),
            ("x|lt: '5'", "needs a number", "without quotes"),
            ("x|lt: a", "needs a number", "without quotes"),
            ("x|gt|lt: 5", "`lt` cannot stand after `gt`", "one comparison"),
            ("x|contains|cidr: 10.0.0.0/8", "`cidr`", "alone"), ("x|contains|fieldref: y", "`fieldref`", "first"),
            ("x|exists: 'a'", "needs true or false", "write true or false"),
            ("x|startwith: a", "no modifier `startwith`", "write `startswith`"),
            ("x|contains: null", "needs a text", "quotes"),
            ("x|hour|contains: 5", "`contains` cannot stand after `hour`", "leave"),
            ("'|exists': true", "without a field", "field|exists"), ("x|fieldref: 'a*'", "wildcards", "name"),
            ("x|re: ''", "needs an expression", "''"),
        ]
        for (line, problem, remedy) in cases {
            let found = error(line)
            #expect(
                found?.problem.contains(problem) == true && found?.remedy?.contains(remedy) == true,
                "\(line): \(String(describing: found))")
            #expect(found?.place == RulePlace(file: "t.yml", line: 6))
        }
    }

    @Test func `expressions outside the flavour are refused, counted repetitions have a cost`() {
        for (pattern, words) in [
            ("a(?=b)", "looking around"), ("a(?<!b)", "looking around"), (#"(a)\1"#, "reference back"),
            ("(a", "not closed"),
            ("a)", "not opened"), ("[a", "class"), ("*a", "nothing to repeat"), ("a{3,2}", "counts down"),
            (#"a\"#, "backslash"),
            ("((a{200}){200}){200}", "the limit is 20000"), ("(.{1000}){1000}", "the limit is 20000"),
        ] {
            #expect(error("x|re: '\(pattern)'")?.problem.contains(words) == true, "\(pattern)")
        }
        for pattern in ["(?i)a|b", "(?:a{2,5}){3}", "(?P<n>a)b*?", #"[]\]^-]+\{"#, "a{,3}", "(.){200,}"] {
            #expect(error("x|re: '\(pattern)'") == nil, "\(pattern)")
        }
    }
}
