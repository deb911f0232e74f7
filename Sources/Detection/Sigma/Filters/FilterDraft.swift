/// A filter: searches and a condition that are ANDed to the rules it names (Sigma filters specification 2.1).
struct FilterDraft: Sendable {
    let head: RuleHead
    let source: LogSource
    /// Ids and names; nil for `any`.
    let rules: [String]?
    let searches: [NamedDetection]
    let condition: Condition

    /// Whether its source is the rule's, or says less.
    func isAbout(_ rule: RuleDraft) -> Bool { source.contains(rule.source) }

    /// Adds itself to a rule.
    func apply(to rule: inout RuleDraft) {
        let named = searches.map { NamedDetection(name: "_filter_\($0.name)", tree: $0.tree) }
        rule.require(named, condition)
    }
}
