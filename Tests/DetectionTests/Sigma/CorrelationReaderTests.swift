import Testing

@testable import Detection

/// Correlations (correlation rules specification 2.1) and the order of a set.
@Suite struct CorrelationReaderTests {
    private static let rules = ["one", "two", "three"].map { name in
        """
        title: \(name)\nname: \(name)\nid: id-\(name)\nlogsource: {product: p}\ndetection: {a: {x: \(name)}, \
        condition: a}\n
        """
    }.joined(separator: "---\n")

    private func text(_ correlation: String, head: String = "title: C\n") -> String {
        let lines = correlation.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
        return "\(head)correlation:\n\(lines)\n---\n" + CorrelationReaderTests.rules
    }

    private func read(_ correlation: String) throws -> Correlation {
        try #require(SigmaSupport.correlations(try SigmaSupport.set(text(correlation))).first)
    }

    private func error(_ correlation: String) -> RuleError? { SigmaSupport.errors(text(correlation)).first }

    @Test func `all eight types`() throws {
        for kind in Correlation.Kind.allCases {
            let field = kind.rawValue.hasPrefix("value") ? "field: n, " : ""
            let percentile = kind == .valuePercentile ? "percentile: 95, " : ""
            let item = try read(
                """
                type: \(kind.rawValue)\nrules: [one, two]\ngroup-by: user\ntimespan: 5m\ncondition: \
                {\(field)\(percentile)gte: 2}
                """
            )
            #expect(item.kind == kind && item.rules == [0, 1] && item.groupBy == ["user"] && item.timespan == 300_000)
            #expect(item.bounds == [.init(.gte, 2)])
            #expect(item.percentile == (kind == .valuePercentile ? 95 : 50))
        }
    }

    @Test func `operators and ranges`() throws {
        for word in ["gt", "gte", "lt", "lte", "eq", "neq"] {
            let item = try read("type: event_count\nrules: one\ntimespan: 1h\ncondition: {\(word): 10.5}")
            #expect(item.bounds == [.init(try #require(ValueTest.Comparison(rawValue: word)), 10.5)])
        }
        let range = try read("type: event_count\nrules: one\ntimespan: 1h\ncondition: {gt: 100, lte: 200}")
        #expect(range.bounds == [.init(.gt, 100), .init(.lte, 200)])
        #expect(
            error("type: event_count\nrules: one\ntimespan: 1h\ncondition: {gt: 5, lt: 5}")?.problem.contains(
                "no number") == true)
    }

    @Test func `timespans in seconds, minutes, hours, days and longer`() throws {
        for (text, seconds) in [
            ("30s", 30), ("90m", 5_400), ("2h", 7_200), ("7d", 604_800), ("1w", 604_800), ("1M", 2_629_746),
        ] as [(String, Int64)] {
            #expect(
                try read("type: event_count\nrules: one\ntimespan: \(text)\ncondition: {gte: 1}").timespan == seconds
                    * 1_000)
        }
        for text in ["0s", "-1s", "5", "m", "5 m", "1h30m", "99999999999d", "9999y", "5x"] {
            #expect(
                error("type: event_count\nrules: one\ntimespan: '\(text)'\ncondition: {gte: 1}")?.problem.contains(
                    "timespan") == true, "\(text)")
        }
    }

    @Test func `rules by id and by name, aliases, several fields`() throws {
        let item = try read(
            """
            type: value_count
            rules: [id-ONE, two]
            group-by: [who, host]
            timespan: 10s
            aliases:
                who:
                    id-ONE: src
                    two: dst
            condition: {field: [a, b], gte: 3}
            """)
        #expect(item.rules == [0, 1] && item.groupBy == ["who", "host"] && item.fields == ["a", "b"])
        #expect(item.aliases == ["who": [0: "src", 1: "dst"]])
    }

    @Test func `temporal without a condition, with a count, with an expression`() throws {
        let plain = try read("type: temporal\nrules: [one, two]\ntimespan: 1m")
        #expect(plain.bounds.isEmpty && plain.condition == nil)
        #expect(
            try read("type: temporal_ordered\nrules: [one, two]\ntimespan: 1m\ncondition: {gte: 2}").bounds == [
                .init(.gte, 2)
            ])
        let named = try read(
            "type: temporal\nrules: [one, two, three]\ntimespan: 1m\ncondition: one AND (two or not three)")
        #expect(named.condition == .and([.search(0), .or([.search(1), .not(.search(2))])]))
        let found = try read("type: temporal\ntimespan: 1m\ncondition: three and one")
        #expect(found.rules == [2, 0] && found.condition == .and([.search(0), .search(1)]))
        #expect(
            error("type: temporal\nrules: [one, two]\ntimespan: 1m\ncondition: one")?.problem.contains(
                "leaves `two` out") == true)
        #expect(
            error("type: event_count\nrules: one\ntimespan: 1m\ncondition: one")?.problem.contains("temporal") == true)
    }

    @Test func `correlations of correlations stand after what they count, and reports says who speaks`() throws {
        let chain = """
            title: outer
            correlation: {type: temporal_ordered, rules: [inner, two], timespan: 1h}
            ---
            title: inner
            name: inner
            correlation: {type: event_count, rules: one, timespan: 10m, condition: {gte: 10}, generate: true}
            ---

            """ + CorrelationReaderTests.rules
        let set = try SigmaSupport.set(chain)
        let titles = set.items.map { item in
            switch item {
            case .rule(let rule): rule.title
            case .correlation(let item): item.title
            }
        }
        #expect(titles == ["one", "two", "three", "inner", "outer"])
        #expect(set.reports == [true, false, true, false, true])
        for (index, item) in set.items.enumerated() {
            if case .correlation(let correlation) = item { #expect(correlation.rules.allSatisfy { $0 < index }) }
        }
    }

    @Test func `circles, unknown rules and doubles are refused`() {
        let circle = { (name: String, other: String) in
            """
            title: \(name)\nname: \(name)\ncorrelation: {type: event_count, rules: \(other), timespan: 1m, condition: \
            {gte: 1}}\n
            """
        }
        let three = [circle("x", "y"), circle("y", "z"), circle("z", "x"), circle("w", "x")].joined(separator: "---\n")
        let errors = SigmaSupport.errors(three)
        #expect(errors.count == 4 && errors.filter { $0.problem.hasPrefix("it counts itself") }.count == 3)
        #expect(errors.contains { $0.problem.contains("x → y → z → x") }, "\(errors)")
        #expect(SigmaSupport.errors(circle("s", "s")).first?.problem == "it counts itself: s → s")
        #expect(error("type: event_count\nrules: onee\ntimespan: 1m\ncondition: {gte: 1}")?.remedy == "write `one`")
        let doubles = SigmaSupport.errors(CorrelationReaderTests.rules + "---\n" + CorrelationReaderTests.rules)
        #expect(doubles.count == 3 && doubles[0].problem.contains("t.yml:1"))
    }

    @Test func `mistakes are named, with what to write`() {
        let cases: [(String, String)] = [
            ("rules: one\ntimespan: 1m\ncondition: {gte: 1}", "type is missing"),
            ("type: event_cout\nrules: one\ntimespan: 1m\ncondition: {gte: 1}", "no type"),
            ("type: event_count\ntimespan: 1m\ncondition: {gte: 1}", "rules is missing"),
            ("type: event_count\nrules: one\ncondition: {gte: 1}", "timespan is missing"),
            ("type: event_count\nrules: one\ntimespan: 1m", "condition is missing"),
            ("type: value_count\nrules: one\ntimespan: 1m\ncondition: {gte: 1}", "field is missing"),
            ("type: value_sum\nrules: one\ntimespan: 1m\ncondition: {gte: 1, field: [a, b]}", "2 fields"),
            (
                "type: value_percentile\nrules: one\ntimespan: 1m\ncondition: {gte: 1, field: a}",
                "percentile is missing"
            ),
            (
                "type: value_percentile\nrules: one\ntimespan: 1m\ncondition: {gte: 1, field: a, percentile: 101}",
                "percentile 101"
            ),
            ("type: event_count\nrules: one\ntimespan: 1m\ncondition: {gte: '1'}", "a text"),
            ("type: event_count\nrules: one\ntimespan: 1m\ncondition: {}", "no bound"),
            ("type: event_count\nrules: one\ntimespan: 1m\ncondition: {gte: 1, field: a}", "counts no field"),
            ("type: event_count\nrules: one\ngroupby: a\ntimespan: 1m\ncondition: {gte: 1}", "no `groupby`"),
            ("type: event_count\nrules: [one, one]\ntimespan: 1m\ncondition: {gte: 1}", "twice"),
            ("type: event_count\nrules: one\ngenerate: 1\ntimespan: 1m\ncondition: {gte: 1}", "generate is a number"),
            (
                "type: event_count\nrules: one\ntimespan: 1m\ncondition: {gte: 1}\naliases: {a: {two: x}}",
                "nothing is called `two`"
            ),
        ]
        for (correlation, problem) in cases {
            let found = error(correlation)
            #expect(
                found?.problem.contains(problem) == true && found?.remedy != nil,
                "\(correlation): \(String(describing: found))")
        }
    }
}
