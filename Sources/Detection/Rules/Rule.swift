/// A Sigma rule, read and checked, with its modifiers applied (Sigma rules specification 2.1).
public struct Rule: Sendable {
    /// Where it stands.
    public var place: RulePlace
    /// A UUID or another unique text; rules without one are known by ``name`` or title.
    public var id: String?
    /// The name by which correlations refer to it.
    public var name: String?
    /// What it finds, in a few words.
    public var title: String
    /// `informational low medium high critical`.
    public var level: RuleLevel
    /// `attack.t1213` and others.
    public var tags: [String]
    /// What it is about.
    public var source: LogSource
    /// The named searches; conditions refer to them by place.
    public var searches: [Search]
    /// The conditions, any of which suffices.
    public var condition: Condition
    /// Fields that a finding shows, beside those that group it.
    public var fields: [String]

    /// Joins the parts.
    public init(
        place: RulePlace, id: String? = nil, name: String? = nil, title: String, level: RuleLevel = .medium,
        tags: [String] = [], source: LogSource = LogSource(), searches: [Search], condition: Condition,
        fields: [String] = []
    ) {
        (self.place, self.id, self.name, self.title, self.level) = (place, id, name, title, level)
        (self.tags, self.source, self.searches, self.condition, self.fields) = (
            tags, source, searches, condition, fields
        )
    }
}
