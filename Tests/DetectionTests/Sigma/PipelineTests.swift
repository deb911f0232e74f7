import Testing

@testable import Detection

/// Pipelines in pySigma's form.
@Suite struct PipelineTests {
    private func pipeline(_ steps: String, head: String = "") throws -> Pipeline {
        try Pipeline(
            file: "p.yml",
            text: "name: p\n\(head)transformations:\n"
                + steps.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))
    }

    private func rule(
        _ steps: String, _ detection: String = "a:\n    x: 1\n    y|fieldref: x\ncondition: a", head: String = ""
    ) throws -> Rule {
        let text = SigmaSupport.rule(detection, head: "fields: [x]\n")
        return try SigmaSupport.first(try SigmaSupport.set(text, pipelines: [try pipeline(steps, head: head)]))
    }

    private func error(_ steps: String, _ detection: String = "a: {x: 1}\ncondition: a", head: String = "")
        -> RuleError?
    {
        do throws(any Error) {
            return SigmaSupport.errors(SigmaSupport.rule(detection), pipelines: [try pipeline(steps, head: head)]).first
        } catch { return error as? RuleError }
    }

    private func fields(_ rule: Rule) -> [String?] {
        rule.searches.flatMap { SigmaSupport.tests($0.body).map(\.field) }
    }

    @Test func `names of fields: mapping, prefix, suffix, prefix mapping`() throws {
        let mapped = try rule("- {type: field_name_mapping, mapping: {x: [p, q]}}")
        #expect(fields(mapped) == ["p", "q", "y"] && mapped.fields == ["p", "q"])
        #expect(
            SigmaSupport.tests(mapped.searches[0].body)[2].tests == [
                .field("p", .equals, isCased: false), .field("q", .equals, isCased: false),
            ])
        #expect(fields(try rule("- {type: field_name_prefix, prefix: e.}")) == ["e.x", "e.y"])
        #expect(fields(try rule("- {type: field_name_suffix, suffix: .s}")) == ["x.s", "y.s"])
        #expect(
            fields(
                try rule("- {type: field_name_prefix_mapping, mapping: {x: new.x}}", "a: {xa: 1, b: 2}\ncondition: a"))
                == ["new.xa", "b"])
        let negated = try rule("- {type: field_name_mapping, mapping: {x: [p, q]}}", "a:\n    x|neq: 1\ncondition: a")
        guard case .all(let both) = negated.searches[0].body else { throw SigmaSupport.Missing() }
        #expect(both.count == 2)
    }

    @Test func `field conditions choose fields`() throws {
        let include =
            "- type: field_name_prefix\n  prefix: e.\n  field_name_conditions: [{type: include_fields, fields: [x]}]"
        #expect(fields(try rule(include, "a: {x: 1, y: 2}\ncondition: a")) == ["e.x", "y"])
        let exclude =
            "- type: field_name_prefix\n  prefix: e.\n  field_name_conditions: [{type: exclude_fields, fields: [x]}]"
        #expect(fields(try rule(exclude, "a: {x: 1, y: 2}\ncondition: a")) == ["x", "e.y"])
        #expect(
            fields(try rule(exclude + "\n  field_name_cond_not: true", "a: {x: 1, y: 2}\ncondition: a")) == [
                "e.x", "y",
            ])
    }

    @Test func `add_condition stands before the rule's own, negated where asked`() throws {
        let added = try rule(
            "- {type: add_condition, conditions: {c: [1, 2]}}", "a: {x: 1}\nb: {y: 1}\ncondition: a or b")
        #expect(added.condition == .and([.search(2), .or([.search(0), .search(1)])]))
        #expect(
            try rule("- {type: add_condition, conditions: {c: 1}, negated: true}", "a: {x: 1}\ncondition: a").condition
                == .and([.not(.search(1)), .search(0)]))
    }

    @Test func `change_logsource, set_field, add_field, remove_field`() throws {
        #expect(
            try rule("- {type: change_logsource, product: q, service: s}").source
                == LogSource(product: "q", service: "s"))
        #expect(try rule("- {type: set_field, fields: [z]}").fields == ["z"])
        #expect(try rule("- {type: add_field, field: z}\n- {type: remove_field, field: x}").fields == ["z"])
    }

    @Test func `rule conditions: logsource, contains_field, contains_detection_item, tag, kind, applied`() throws {
        let cases: [(String, Bool)] = [
            ("[{type: logsource, product: p}]", true), ("[{type: logsource, product: q}]", false),
            ("[{type: contains_field, field: x}]", true),
            ("[{type: contains_detection_item, field: x, value: 1}]", true),
            ("[{type: contains_detection_item, field: x, value: 2}]", false),
            ("[{type: tag, tag: a.b}]", false), ("[{type: is_sigma_rule}]", true),
            ("[{type: is_sigma_correlation_rule}]", false),
            ("[{type: processing_item_applied, processing_item_id: first}]", true),
            ("[{type: processing_item_applied, processing_item_id: other}]", false),
        ]
        let first = "- {id: first, type: set_field, fields: []}\n"
        for (conditions, applies) in cases {
            let found = try rule(
                first + "- type: change_logsource\n  product: z\n  rule_conditions: \(conditions)",
                "a: {x: 1}\ncondition: a")
            #expect((found.source.product == "z") == applies, "\(conditions)")
            let negated = try rule(
                first
                    + "- type: change_logsource\n  product: z\n  rule_cond_not: true\n  rule_conditions: \(conditions)",
                "a: {x: 1}\ncondition: a")
            #expect((negated.source.product == "z") != applies, "\(conditions)")
        }
        let two = "rule_conditions: {one: {type: logsource, product: q}, two: {type: contains_field, field: x}}"
        let with = { (word: String) in
            try self.rule("- type: change_logsource\n  product: z\n  \(two)\n  \(word)", "a: {x: 1}\ncondition: a")
                .source.product
        }
        #expect(try with("rule_cond_op: or") == "z")
        #expect(try with("rule_cond_op: and") == "p")
        #expect(try with("rule_cond_expr: not one and two") == "z")
    }

    @Test func `drop_detection_item leaves the rest, and refuses to leave nothing`() throws {
        let drop = "- type: drop_detection_item\n  field_name_conditions: [{type: include_fields, fields: [x]}]"
        #expect(fields(try rule(drop, "a: {x: 1, y: 2}\ncondition: a")) == ["y"])
        let left = try rule(drop, "a: {x: 1}\nb: {y: 2}\nc: {z: 1}\ncondition: b and not a or 2 of them")
        #expect(
            left.searches.map(\.name) == ["b", "c"]
                && left.condition == .or([.search(0), .and([.search(0), .search(1)])]))
        #expect(error(drop)?.problem.contains("dropped everything") == true)
        let isNull = "- type: drop_detection_item\n  detection_item_conditions: [{type: is_null, cond: any}]"
        #expect(fields(try rule(isNull, "a: {x: null, y: 2}\ncondition: a")) == ["y"])
    }

    @Test func `placeholders: values, wildcards, and an error where none is given`() throws {
        let values = "- {type: value_placeholders}"
        let vars = "vars: {admins: [root, 'adm*'], one: 1}\n"
        let test = SigmaSupport.tests(
            try rule(values, "a:\n    x|expand|contains: '%admins%-%one%'\ncondition: a", head: vars).searches[0].body)[
                0]
        #expect(
            test.tests == [
                .text(TextPattern([.any, .literal(Array("root-1".utf8)), .any])),
                .text(TextPattern([.any, .literal(Array("adm".utf8)), .any, .literal(Array("-1".utf8)), .any])),
            ])
        let all = try rule(values, "a:\n    x|expand|all: ['%admins%', z]\ncondition: a", head: vars).searches[0].body
        guard case .all(let parts) = all else { throw SigmaSupport.Missing() }
        #expect(parts.count == 2)
        let wild = try rule("- {type: wildcard_placeholders, include: [w]}", "a:\n    x|expand: '%w%z'\ncondition: a")
            .searches[0].body
        #expect(SigmaSupport.tests(wild)[0].tests == [.text(TextPattern([.any, .literal([0x7A])]))])
        let regex = try rule(values, "a:\n    x|re|expand: '^%one%$'\ncondition: a", head: vars).searches[0].body
        #expect(
            SigmaSupport.tests(regex)[0].tests == [
                .regex(pattern: "^1$", ignoresCase: false, isMultiline: false, dotMatchesNewline: false)
            ])
        #expect(
            SigmaSupport.errors(SigmaSupport.rule("a:\n    x|expand: '%none%'\ncondition: a")).first?.problem
                == "the placeholder %none% has no value")
        #expect(error(values, "a:\n    x|expand: '%none%'\ncondition: a")?.problem.contains("%none%") == true)
        #expect(try SigmaSupport.test("x: '%plain%'").tests == [.text(TextPattern([.literal(Array("%plain%".utf8))]))])
        #expect(
            try SigmaSupport.test(#"x|expand: '\%plain%'"#).tests == [
                .text(TextPattern([.literal(Array("%plain%".utf8))]))
            ])
    }

    @Test func `failures, priority, and correlations renamed as their rules are`() throws {
        #expect(error("- {type: rule_failure, message: not here}")?.problem == "not here")
        #expect(
            error(
                """
                - type: detection_item_failure\n  message: no\n  field_name_conditions: [{type: include_fields, \
                fields: [x]}]
                """
            )?.problem == "no")
        let late = try pipeline("- {type: field_name_mapping, mapping: {x: y}}", head: "priority: 20\n")
        let early = try pipeline("- {type: field_name_mapping, mapping: {y: z}}", head: "priority: 10\n")
        let set = try SigmaSupport.set(SigmaSupport.rule("a: {x: 1}\ncondition: a"), pipelines: [late, early])
        #expect(fields(try SigmaSupport.first(set)) == ["y"])
        let text =
            SigmaSupport.rule("a: {x: 1}\ncondition: a", head: "name: one\n") + """
                ---
                title: C
                correlation: {type: value_count, rules: one, group-by: [who, y], timespan: 1m, aliases: {who: {one: x}}, condition: {field: x, gte: 1}}
                """
        let prefix = try pipeline(
            "- type: field_name_prefix\n  prefix: e.\n  rule_conditions: [{type: logsource, product: p}]")
        let item = try #require(SigmaSupport.correlations(try SigmaSupport.set(text, pipelines: [prefix])).first)
        #expect(item.groupBy == ["who", "e.y"] && item.fields == ["e.x"] && item.aliases == ["who": [0: "e.x"]])
        #expect(
            SigmaSupport.errors(text, pipelines: [try pipeline("- {type: field_name_mapping, mapping: {x: [a, b]}}")])
                .first?.problem.contains("2 names") == true)
    }

    @Test func `what reaches outside, and what is not known, is refused by name`() {
        for type in ["command_placeholders", "http_placeholders", "file_placeholders"] {
            #expect(error("- {type: \(type)}")?.problem.contains("`\(type)` would reach outside") == true)
        }
        let cases = [
            ("- {type: field_name_maping, mapping: {}}", "field_name_maping"),
            ("- {type: field_name_mapping}", "mapping is missing"), ("- {}", "type is missing"),
            ("- a", "a transformation is a text"),
            ("- {type: drop_detection_item, rule_conditions: [{type: nope}]}", "nope"),
            ("- {type: drop_detection_item, rule_cond_op: xor}", "neither"),
            ("- {type: add_condition, conditions: {}}", "empty map"),
            (
                """
                - {type: field_name_prefix, prefix: e, field_name_conditions: [{type: include_fields, mode: re, \
                fields: [a]}]}
                """,
                "by expression"
            ),
        ]
        for (steps, words) in cases {
            let found = error(steps)
            #expect(
                found?.problem.contains(words) == true && found?.place.file == "p.yml",
                "\(steps): \(String(describing: found))")
        }
        #expect(
            error("- {type: drop_detection_item}", head: "finalizers: []\n")?.problem.contains("finalizers") == true)
    }
}
