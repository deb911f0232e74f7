/// Reads a correlation's document (Sigma correlation rules specification 2.1).
struct CorrelationReader {
    private let node: SigmaNode
    private let limits: SigmaLimits
    /// What was wrong; with an error there is no draft.
    private(set) var errors: [RuleError] = []
    private(set) var draft: CorrelationDraft?

    private static let keys = ["type", "rules", "group-by", "timespan", "condition", "aliases", "generate"]

    init(_ node: SigmaNode, limits: SigmaLimits) {
        (self.node, self.limits) = (node, limits)
        var head: RuleHead?
        do { head = try RuleHead(node) } catch { errors.append(error) }
        do { draft = try read(head) } catch { errors.append(error) }
        if !errors.isEmpty { draft = nil }
    }

    private func read(_ head: RuleHead?) throws(RuleError) -> CorrelationDraft? {
        guard let section = node["correlation"] else { return nil }
        try checkKeys(try section.map("correlation"))
        let kind = try kind(section)
        let (rules, condition) = try rules(section, kind: kind)
        let measure = try CorrelationMeasure(section, kind: kind, rules: rules.count)
        let aliases = try aliases(section, rules: rules)
        guard let head else { return nil }
        return CorrelationDraft(
            head: head, kind: kind, rules: rules, groupBy: try section.texts("group-by", takesOne: true),
            aliases: aliases,
            timespan: try timespan(section), bounds: measure.bounds, condition: condition, fields: measure.fields,
            percentile: measure.percentile, generates: try generates(section))
    }

    private func generates(_ section: SigmaNode) throws(RuleError) -> Bool {
        if let inside = try section.bool("generate") { return inside }
        return try node.bool("generate") ?? false
    }

    private func checkKeys(_ entries: [SigmaNode.Entry]) throws(RuleError) {
        for entry in entries where !CorrelationReader.keys.contains(entry.key) {
            let near = NearestName(to: entry.key, among: CorrelationReader.keys).name
            throw entry.place.refuse(
                "a correlation has no `\(entry.key.prefix(40))`",
                instead: near.map { "write `\($0)`" } ?? "there is \(CorrelationReader.keys.joined(separator: ", "))")
        }
    }

    private func kind(_ section: SigmaNode) throws(RuleError) -> Correlation.Kind {
        let text = try section.requiredText("type")
        if let kind = Correlation.Kind(rawValue: text.lowercased()) { return kind }
        let names = Correlation.Kind.allCases.map(\.rawValue)
        throw (section["type"]?.place ?? section.place).refuse(
            "there is no type `\(text.prefix(40))`",
            instead: "write \(NearestName(to: text, among: names).name ?? names.joined(separator: ", "))")
    }

    private func timespan(_ section: SigmaNode) throws(RuleError) -> Int64 {
        guard let node = section["timespan"], !node.isNull else {
            throw section.place.refuse("timespan is missing", instead: "write `timespan: 10m`")
        }
        return try Timespan(try node.asText("timespan", takesNumbers: true), place: node.place).milliseconds
    }

    /// The rules named, and the condition over them where it is an expression.
    private func rules(_ section: SigmaNode, kind: Correlation.Kind) throws(RuleError) -> ([String], Condition?) {
        let named = try section.texts("rules", takesOne: true)
        var seen: Set<String> = []
        for name in named where !seen.insert(name).inserted {
            throw section.place.refuse("`\(name.prefix(60))` stands twice under rules", instead: "name it once")
        }
        guard let node = section["condition"], !node.isNull, node.entries == nil else {
            guard !named.isEmpty else {
                throw section.place.refuse("rules is missing", instead: "write `rules:` with ids or names")
            }
            return (named, nil)
        }
        guard kind == .temporal || kind == .temporalOrdered else {
            throw node.place.refuse(
                "an expression is for temporal and temporal_ordered", instead: "write `condition:` with gte: 10")
        }
        return try expression(node, named: named)
    }

    private func expression(_ node: SigmaNode, named: [String]) throws(RuleError) -> ([String], Condition?) {
        let text = try node.asText("condition")
        let syntax = try ConditionParser.parse(text, place: node.place, limits: limits)
        let names = syntax.names
        let rules = named.isEmpty ? names : named
        guard !rules.isEmpty else {
            throw node.place.refuse("the condition names no rules", instead: "name them, joined by `and`")
        }
        if let forgotten = rules.first(where: { !names.contains($0) }) {
            throw node.place.refuse(
                "the condition leaves `\(forgotten.prefix(60))` out", instead: "name it, or take it from rules")
        }
        return (rules, try syntax.resolved(in: rules, place: node.place))
    }

    private func aliases(_ section: SigmaNode, rules: [String]) throws(RuleError) -> [CorrelationDraft.Alias] {
        guard let node = section["aliases"], !node.isNull else { return [] }
        var aliases: [CorrelationDraft.Alias] = []
        for entry in try node.map("aliases") {
            var fields: [(rule: String, field: String)] = []
            for field in try entry.value.map("the alias \(entry.key.prefix(60))") {
                guard rules.contains(field.key) else {
                    throw ConditionSyntax.unknown(field.key, among: rules, field.place)
                }
                fields.append((field.key, try field.value.asText("a field")))
            }
            aliases.append(.init(name: entry.key, fields: fields))
        }
        return aliases
    }
}
