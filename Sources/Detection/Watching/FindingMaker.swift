import Vocabulary

/// Makes findings of matches: ids and numbers, and one sentence.
struct FindingMaker {
    /// Fields of the taxonomy that every finding shows where its event has them; never patients' values beyond what groups it.
    private static let shown = [
        Taxonomy.account, Taxonomy.practice, Taxonomy.host, Taxonomy.origin, Taxonomy.destination, Taxonomy.route,
        Taxonomy.statement, Taxonomy.rows, Taxonomy.bytes,
    ]
    private static let mostShown = 32
    private let rules: RuleSet

    init(_ rules: RuleSet) { self.rules = rules }

    /// The finding of a match; `event` is the one that just came, which a correlation's match need not be of.
    func finding(_ match: Match, _ event: Event) -> Finding {
        switch rules.items[match.item] {
        case .rule(let rule): finding(match, rule, event)
        case .correlation(let correlation): finding(match, correlation)
        }
    }

    private func finding(_ match: Match, _ rule: Rule, _ event: Event) -> Finding {
        let time = match.time ?? event.time ?? Timestamp(milliseconds: 0)
        let actor = event.first(Taxonomy.account) == nil ? Taxonomy.origin : Taxonomy.account
        let group = [actor, Taxonomy.host].compactMap { name in event.first(name).map { Finding.Pair(name, $0) } }
        let name = FindingMaker.name(rule.id, rule.name, rule.title)
        let rows = event.first(Taxonomy.rows).flatMap(Double.init)
        return Finding(
            id: FindingMaker.id(name, group, time), rule: name, title: rule.title, level: rule.level, tags: rule.tags,
            first: time, last: time, group: group, shown: shown(rule.fields, event), source: event.source,
            why: FindingMaker.sentence(rule.title, rows, event))
    }

    func shown(_ fields: [String], _ event: Event) -> [Finding.Pair] {
        var pairs: [Finding.Pair] = []
        for name in FindingMaker.shown + fields where !pairs.contains(where: { $0.field == name }) {
            for value in event.values(name).prefix(8) { pairs.append(Finding.Pair(name, value)) }
        }
        return Array(pairs.prefix(FindingMaker.mostShown))
    }

    private func finding(_ match: Match, _ correlation: Correlation) -> Finding {
        let time = match.time ?? Timestamp(milliseconds: 0)
        let group = zip(correlation.groupBy, match.group).map { Finding.Pair($0, $1) }
        let name = FindingMaker.name(correlation.id, correlation.name, correlation.title)
        let unit = FindingMaker.unit(correlation)
        return Finding(
            id: FindingMaker.id(name, group, time), rule: name, title: correlation.title, level: correlation.level,
            tags: correlation.tags, first: time.adding(milliseconds: -correlation.timespan), last: time, group: group,
            measure: match.measure, events: match.events, source: source(correlation, depth: 8),
            why: FindingMaker.sentence(correlation, match.measure, unit), unit: unit)
    }

    /// The source of the first rule that is counted, however deep.
    private func source(_ correlation: Correlation, depth: Int) -> LogSource {
        guard depth > 0, let first = correlation.rules.first else { return LogSource() }
        return switch rules.items[first] {
        case .rule(let rule): rule.source
        case .correlation(let inner): source(inner, depth: depth - 1)
        }
    }

    static func id(_ rule: String, _ group: [Finding.Pair], _ time: Timestamp) -> String {
        FindingDigest.hex([rule, String(time.milliseconds)] + group.flatMap { [$0.field, $0.value] })
    }

    /// What people call it by: names are shorter than ids.
    private static func name(_ id: String?, _ name: String?, _ title: String) -> String { name ?? id ?? title }

    /// What a correlation counts, in the plural.
    static func unit(_ correlation: Correlation) -> String? {
        switch correlation.kind {
        case .eventCount: "events"
        case .temporal, .temporalOrdered: nil
        case .valueCount, .valueSum, .valueAverage, .valuePercentile, .valueMedian:
            correlation.fields.first.map(plural)
        }
    }

    private static func plural(_ field: String) -> String {
        [Taxonomy.practice, Taxonomy.account, Taxonomy.patient, Taxonomy.route, Taxonomy.destination, Taxonomy.origin]
            .contains(field) ? field + "s" : field
    }

    private static func sentence(_ correlation: Correlation, _ measure: Double?, _ unit: String?) -> String {
        let span = OutputText.span(milliseconds: correlation.timespan)
        guard let measure, let unit else { return "\(correlation.title), within \(span)" }
        let kind =
            switch correlation.kind {
            case .valueAverage: " on average"
            case .valueMedian: " in the middle"
            case .valuePercentile: " at percentile \(OutputText.measure(correlation.percentile, unit: nil))"
            default: ""
            }
        return "\(OutputText.measure(measure, unit: unit))\(kind) in \(span)"
    }

    private static func sentence(_ title: String, _ rows: Double?, _ event: Event) -> String {
        let what = event.first(Taxonomy.statement).map { " by \($0)" } ?? ""
        let route = event.first(Taxonomy.route).map { " at \($0)" } ?? ""
        let amount = rows.map { $0 > 0 ? ", \(OutputText.measure($0, unit: "rows"))" : "" } ?? ""
        return title + what + route + amount
    }
}
