/// Rules and correlations that belong together, filters and pipelines applied, references resolved.
public struct RuleSet: Sendable {
    /// A rule or a correlation.
    public enum Item: Sendable {
        case rule(Rule)
        case correlation(Correlation)
    }

    /// In the order read; a correlation stands after all that it counts, so that one pass serves chains too.
    public var items: [Item]
    /// Whether an item reports by itself: false for what a correlation counts without `generate: true`.
    public var reports: [Bool]

    /// Joins them.
    public init(items: [Item] = [], reports: [Bool] = []) { (self.items, self.reports) = (items, reports) }
}
