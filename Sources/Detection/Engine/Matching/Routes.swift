/// Holds events against the rules about their kind of source: each kind that comes has an index of these rules alone, made when it
/// first comes.
struct Routes {
    /// Kinds of sources with an index of their own; others are held against all rules. One who invents them gains nothing.
    static let most = 64

    /// Names of kinds that are remembered, several of which may share an index.
    private static let mostNames = 1_024

    private let given: [(item: Int, rule: Rule)]
    /// Of all rules, then of kinds of sources.
    private var matchers: [Matcher]
    private var bySource: [LogSource: Int] = [LogSource(): 0]
    /// Kinds about which the same rules are share a matcher.
    private var byRules: [[Int]: Int] = [:]
    private var last = (source: LogSource(), matcher: 0)
    private var expressions = ExpressionCache()
    private let sources: [Int: LogSource]

    /// Takes rules with their places in the rule set.
    init(_ given: [(item: Int, rule: Rule)]) throws(RuleError) {
        self.given = given
        matchers = [try Matcher(given, &expressions)]
        sources = Dictionary(given.map { ($0.item, $0.rule.source) }) { first, _ in first }
    }

    /// How many indexes there are.
    var count: Int { matchers.count }

    /// Calls with the place in the rule set of each rule that the event matches, in no order.
    mutating func match(_ event: Event, _ body: (Int) -> Void) {
        if last.source != event.source { last = (event.source, matcher(of: event.source)) }
        guard last.matcher == 0, event.source != LogSource() else { return matchers[last.matcher].match(event, body) }
        matchers[0].match(event) { item in if sources[item]?.admits(event.source) ?? false { body(item) } }
    }

    private mutating func matcher(of source: LogSource) -> Int {
        if let known = bySource[source] { return known }
        guard bySource.count <= Routes.mostNames else { return 0 }
        let rules = given.filter { $0.rule.source.admits(source) }
        let made = byRules[rules.map(\.item)] ?? (count <= Routes.most ? make(rules) : 0)
        bySource[source] = made
        return made
    }

    /// All rules were compiled once, so these can be too; if not, all of them are asked.
    private mutating func make(_ rules: [(item: Int, rule: Rule)]) -> Int {
        guard rules.count < given.count, let made = try? Matcher(rules, &expressions) else { return 0 }
        matchers.append(made)
        byRules[rules.map(\.item)] = matchers.count - 1
        return matchers.count - 1
    }
}
