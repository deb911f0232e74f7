/// A rule as read, before filters and pipelines.
struct RuleDraft: Sendable {
    var head: RuleHead
    var source: LogSource
    var searches: [NamedDetection]
    /// Over places in ``searches``.
    var condition: Condition
    /// The pipeline steps applied to it, by id.
    var applied: Set<String> = []

    /// Adds searches with a condition of their own, which must hold as well.
    mutating func require(_ more: [NamedDetection], _ other: Condition, first: Bool = false) {
        let offset = searches.count
        searches += more
        guard let moved = other.moved({ $0 + offset }) else { return }
        condition = .and(first ? [moved, condition] : [condition, moved])
    }

    /// The rule as the engine takes it.
    func rule(limits: SigmaLimits) throws(RuleError) -> Rule {
        try checkValues(limits)
        var places: [Int: Int] = [:]
        var bodies: [Search] = []
        for (index, search) in searches.enumerated() {
            guard let tree = search.tree else { continue }
            places[index] = bodies.count
            bodies.append(Search(name: search.name, body: tree.body))
        }
        guard let condition = condition.moved({ places[$0] }) else {
            throw head.place.refuse("the pipeline dropped everything that the rule looks for", instead: "drop less")
        }
        return Rule(
            place: head.place, id: head.id, name: head.name, title: head.title, level: head.level, tags: head.tags,
            source: source, searches: bodies, condition: condition, fields: head.fields)
    }

    private func checkValues(_ limits: SigmaLimits) throws(RuleError) {
        var cost = 0
        for item in searches.flatMap({ $0.tree?.items ?? [] }) {
            cost += item.cost
            guard cost <= limits.tests else {
                throw item.place.refuse("tests of one rule", costs: cost, limit: limits.tests)
            }
            if let name = item.values.lazy.flatMap(\.placeholders).first {
                throw item.place.refuse(
                    "the placeholder %\(name.prefix(60))% has no value",
                    instead: "give it one under `vars` of a pipeline with `value_placeholders`")
            }
        }
    }
}
