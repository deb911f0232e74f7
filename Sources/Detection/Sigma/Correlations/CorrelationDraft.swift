/// A correlation as read, the rules it names not yet looked up.
struct CorrelationDraft: Sendable {
    var head: RuleHead
    let kind: Correlation.Kind
    /// Ids and names, in order.
    let rules: [String]
    var groupBy: [String]
    var aliases: [Alias]
    /// Milliseconds.
    let timespan: Int64
    let bounds: [Correlation.Bound]
    /// Over places in ``rules``.
    let condition: Condition?
    var fields: [String]
    let percentile: Double
    /// Whether the rules it names report by themselves.
    let generates: Bool
    /// The pipeline steps applied to it, by id.
    var applied: Set<String> = []

    /// One name for fields that rules call differently.
    struct Alias: Sendable {
        let name: String
        /// The field by rule, as the rule is named in ``CorrelationDraft/rules``.
        var fields: [(rule: String, field: String)]
    }

    /// The correlation, once it is known where its rules stand.
    func correlation(at places: [Int]) -> Correlation {
        var byName: [String: Int] = [:]
        for (name, place) in zip(rules, places) { byName[name] = place }
        var aliased: [String: [Int: String]] = [:]
        for alias in aliases {
            for (rule, field) in alias.fields {
                if let place = byName[rule] { aliased[alias.name, default: [:]][place] = field }
            }
        }
        return Correlation(
            place: head.place, id: head.id, name: head.name, title: head.title, level: head.level, tags: head.tags,
            kind: kind, rules: places, groupBy: groupBy, aliases: aliased, timespan: timespan, bounds: bounds,
            condition: condition, fields: fields, percentile: percentile, shown: head.fields)
    }
}
