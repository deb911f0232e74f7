/// Rules held against their own cases.
public enum RuleTrial {
    /// A case that found something else than it expects.
    public struct Fault: Hashable, Sendable, CustomStringConvertible {
        /// The file and title of the case.
        public let example: String
        /// By rule: what was found, and what is expected.
        public let differences: [String]

        /// One line.
        public var description: String { "\(example): \(differences.joined(separator: ", "))" }
    }

    /// Runs a case against the rules of its file; a case that expects nothing has to be honest for all rules but those it names.
    public static func fault(_ example: RuleCase, _ rules: RuleSet) throws(RuleError) -> Fault? {
        let own = try found(rules, example.events) { $0.file == example.file }
        var differences = difference(own, example.expected)
        if example.expected.isEmpty {
            let all = try found(rules, example.events) { $0.file != example.file }
            differences += all.keys.filter { !example.others.contains($0) }.sorted().map {
                "\($0) found, of another file"
            }
        }
        return differences.isEmpty ? nil : Fault(example: example.description, differences: differences)
    }

    private static func difference(_ found: [String: Int], _ expected: [String: Int]) -> [String] {
        Set(found.keys).union(expected.keys).sorted().filter { found[$0] != expected[$0] }.map {
            "\($0) found \(found[$0] ?? 0), expected \(expected[$0] ?? 0)"
        }
    }

    /// By name: matches of a rule, groups of a correlation.
    static func found(
        _ rules: RuleSet, _ events: [Event], where isAsked: (RuleSet.Item) -> Bool
    ) throws(RuleError) -> [String: Int] {
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
