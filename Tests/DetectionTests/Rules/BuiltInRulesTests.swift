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
            let found = try Self.found(rules, example.events) { $0.file == example.file }
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
            let found = try Self.found(rules, example.events) { _ in true }
            #expect(Set(found.keys) == example.others, "\(example)")
        }
    }

    /// By name: matches of a rule, groups of a correlation.
    static func found(
        _ rules: RuleSet, _ events: [Event], where isAsked: (RuleSet.Item) -> Bool
    ) throws -> [String: Int] {
        var engine = try Engine(rules)
        var matches: [String: Int] = [:]
        var groups: [String: Set<[String]>] = [:]
        func note(_ match: Match) {
            let item = rules.items[match.item]
            guard isAsked(item) else { return }
            switch item {
            case .rule: matches[item.name, default: 0] += 1
            case .correlation: groups[item.name, default: []].insert(match.group)
            }
        }
        for event in events { engine.process(event, note) }
        engine.finish(note)
        return matches.merging(groups.mapValues(\.count)) { first, _ in first }
    }
}
