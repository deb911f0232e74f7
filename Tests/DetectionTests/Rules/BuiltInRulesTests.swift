import Testing

@testable import Detection

@Suite("Built-in rules", .enabled(if: BuiltInRules.root != nil, "the folder rules/ is not beside the tests"))
struct BuiltInRulesTests {
    @Test func allAreRead() throws {
        let (rules, errors) = try BuiltInRules.load()
        #expect(errors.map(\.description) == [])
        #expect(rules.items.count >= 80)
        #expect(Set(rules.items.map(\.name)).count == rules.items.count, "each has a name of its own")
        #expect(!rules.items.contains { $0.name.isEmpty })
    }

    @Test func eachFindsItsEventsAndNoOthers() throws {
        let rules = try BuiltInRules.load().rules
        for example in try BuiltInRules.cases {
            let found = try RuleTrial.found(rules, example.events) { $0.file == example.file }
            #expect(found == example.expected, "\(example)")
        }
    }

    @Test func eachThatReportsIsFoundAndSometimesNot() throws {
        let rules = try BuiltInRules.load().rules
        let cases = Dictionary(grouping: try BuiltInRules.cases, by: \.file)
        for (index, item) in rules.items.enumerated() where rules.reports[index] {
            #expect(cases[item.file]?.contains { $0.expected[item.name] != nil } == true, "nothing finds \(item.name)")
        }
    }

    /// A case that expects nothing is honest for the rules of all other files as well, but for those it names.
    @Test func anHonestCaseIsHonestForAll() throws {
        let rules = try BuiltInRules.load().rules
        for example in try BuiltInRules.cases where example.expected.isEmpty {
            let found = try RuleTrial.found(rules, example.events) { _ in true }
            #expect(Set(found.keys) == example.others, "\(example)")
        }
    }
}
