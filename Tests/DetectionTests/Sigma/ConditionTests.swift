import Testing

@testable import Detection

/// Conditions (rules specification 2.1, "Condition").
@Suite struct ConditionTests {
    private func condition(_ text: String, names: String = "a b c _d sel_1 sel_2 sel_3") throws -> Condition {
        let names = names.split(separator: " ").map(String.init)
        let place = RulePlace(file: "t.yml", line: 1)
        return try ConditionParser.parse(text, place: place, limits: SigmaLimits()).resolved(in: names, place: place)
    }

    @Test func `not binds before and, and before or`() throws {
        #expect(try condition("not a and b or c") == .or([.and([.not(.search(0)), .search(1)]), .search(2)]))
        #expect(try condition("a and (b or c)") == .and([.search(0), .or([.search(1), .search(2)])]))
        #expect(try condition("NOT (a OR b) AND c") == .and([.not(.or([.search(0), .search(1)])), .search(2)]))
        #expect(try condition("not not a") == .search(0))
        #expect(try condition("a-b or notx", names: "a-b notx") == .or([.search(0), .search(1)]))
    }

    @Test func `quantities of a pattern and of them`() throws {
        let three = (4...6).map { Condition.search($0) }
        #expect(try condition("1 of sel_*") == .or(three))
        #expect(try condition("any of sel_*") == .or(three))
        #expect(try condition("all of sel_*") == .and(three))
        #expect(try condition("2 of sel_*") == .atLeast(2, three))
        #expect(try condition("3 of sel_*") == .and(three))
        #expect(try condition("not 1 of *_1") == .not(.search(4)))
        #expect(try condition("1 of them", names: "a b _c") == .or([.search(0), .search(1)]))
        #expect(try condition("1 of _*", names: "a _b _c") == .or([.search(1), .search(2)]))
        #expect(try condition("all OF THEM", names: "a _b") == .search(0))
    }

    @Test func `a list of conditions is joined by or`() throws {
        let rule = try SigmaSupport.first(
            try SigmaSupport.set(SigmaSupport.rule("a: [x]\nb: [y]\ncondition: [a, a and b]")))
        #expect(rule.condition == .or([.search(0), .and([.search(0), .search(1)])]))
    }

    @Test func `mistakes are named, with what to write`() {
        let cases: [(String, String, String)] = [
            ("a | count() > 5", "aggregation", "correlation"), ("sel1", "nothing is called `sel1`", "write `sel_1`"),
            ("a b", "goes on with `b`", "and"),
            ("(a or b", "not closed", ")"), ("a or", "ends too early", "name"), ("or a", "`or` where", "name"),
            ("", "empty condition", "name"),
            ("1 of zzz*", "no search is called like", "there is a"), ("4 of sel_*", "4 of 3", "at most 3"),
            ("0 of sel_*", "`0 of`", "1 of"),
            ("sel_*", "a pattern alone", "1 of sel_*"), ("a)", "goes on with `)`", "join"),
            ("1 of", "without a pattern", "them"), ("a & b", "no meaning", "and"),
            (String(repeating: "(", count: 40) + "a" + String(repeating: ")", count: 40), "limit is 32", ""),
            (String(repeating: "a or ", count: 5_000) + "a", "limit is 8192", ""),
        ]
        for (text, problem, remedy) in cases {
            do throws(any Error) {
                _ = try condition(text)
                Issue.record("accepted: \(text.prefix(40))")
            } catch let error as RuleError {
                #expect(
                    error.problem.contains(problem) && (remedy.isEmpty || (error.remedy ?? "").contains(remedy)),
                    "\(text.prefix(40)): \(error)")
            } catch { Issue.record(error) }
        }
    }
}
