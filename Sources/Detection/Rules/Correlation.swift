/// A Sigma correlation: matches of rules, or of other correlations, counted or ordered within a sliding time (Sigma
/// correlation rules specification 2.1).
public struct Correlation: Sendable {
    /// The eight types.
    public enum Kind: String, Sendable, CaseIterable {
        case eventCount = "event_count"
        case valueCount = "value_count"
        case temporal
        case temporalOrdered = "temporal_ordered"
        case valueSum = "value_sum"
        case valueAverage = "value_avg"
        case valuePercentile = "value_percentile"
        case valueMedian = "value_median"
    }

    /// A bound on the number found; all of them must hold (a range is two).
    public struct Bound: Sendable, Hashable {
        /// How the number is compared.
        public var comparison: ValueTest.Comparison
        /// What it is compared with.
        public var value: Double

        /// Joins both.
        public init(_ comparison: ValueTest.Comparison, _ value: Double) {
            (self.comparison, self.value) = (comparison, value)
        }
    }

    /// Where it stands.
    public var place: RulePlace
    /// The id; nil for none.
    public var id: String?
    /// The name by which others count it; nil for none.
    public var name: String?
    /// What its author called it.
    public var title: String
    /// How grave its author takes it to be.
    public var level: RuleLevel
    /// Its tags, as `attack.t1567`.
    public var tags: [String]
    /// Which of the types it is.
    public var kind: Kind
    /// What it counts: places of rules and correlations in ``RuleSet/items``. Order counts for `temporal_ordered`.
    public var rules: [Int]
    /// Fields whose values tell groups apart; an alias stands here by its own name.
    public var groupBy: [String]
    /// Names of fields by alias and rule, where rules call the same thing differently.
    public var aliases: [String: [Int: String]]
    /// The sliding time, in milliseconds; a window is closed at both ends.
    public var timespan: Int64
    /// The bounds. For temporal kinds without a condition: all rules at least once.
    public var bounds: [Bound]
    /// For temporal kinds, an expression over ``rules`` by place in that list instead; nil otherwise.
    public var condition: Condition?
    /// The fields whose values count, for the `value_…` kinds; several make one joint value (`value_count`).
    public var fields: [String]
    /// The percentile, 0 to 100, for `value_percentile`.
    public var percentile: Double
    /// Fields that a finding shows.
    public var shown: [String]

    /// Joins the parts.
    public init(
        place: RulePlace, id: String? = nil, name: String? = nil, title: String, level: RuleLevel = .medium,
        tags: [String] = [], kind: Kind, rules: [Int], groupBy: [String] = [],
        aliases: [String: [Int: String]] = [:], timespan: Int64, bounds: [Bound] = [], condition: Condition? = nil,
        fields: [String] = [], percentile: Double = 50, shown: [String] = []
    ) {
        (self.place, self.id, self.name, self.title, self.level, self.tags) = (place, id, name, title, level, tags)
        (self.kind, self.rules, self.groupBy, self.aliases) = (kind, rules, groupBy, aliases)
        (self.timespan, self.bounds, self.condition, self.fields) = (timespan, bounds, condition, fields)
        (self.percentile, self.shown) = (percentile, shown)
    }
}
