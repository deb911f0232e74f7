import Vocabulary

/// What a rule or correlation reports: ids and numbers only, never a patient's name or a query's literal.
public struct Finding: Hashable, Sendable, Codable {
    /// The same finding has the same id, however often the log is read: a digest of rule, group and first moment, in
    /// hexadecimal.
    public var id: String
    /// The rule's id, else its name, else its title.
    public var rule: String
    /// What the rule's author called it.
    public var title: String
    /// How grave the rule's author takes it to be.
    public var level: RuleLevel
    /// The rule's tags, as `attack.t1567`, in its order.
    public var tags: [String]
    /// When the first event happened that it is made of, by the log's clock.
    public var first: Timestamp
    /// When the last one did.
    public var last: Timestamp
    /// What tells it from others of the same rule: field and value.
    public var group: [Pair]
    /// What was counted, in the rule's own measure (practices, rows, bytes, events); nil for a plain match.
    public var measure: Double?
    /// What ``measure`` counts: `practices`, `patients`, `rows`, `bytes`, `events`, or another field; nil where nobody
    /// said.
    public var unit: String?
    /// How many events.
    public var events: Int
    /// Fields to show, from the last event.
    public var shown: [Pair]
    /// The source of the last event.
    public var source: LogSource
    /// 0 where it is told first, else which update of it this is.
    public var update = 0
    /// One sentence: "62 practices in 40 minutes; highest in 60 days: 1".
    public var why: String

    /// A field and its value.
    public struct Pair: Hashable, Sendable, Codable {
        /// The field's name, of the taxonomy or the log's own.
        public var field: String
        /// Its value, as text.
        public var value: String

        /// Joins both.
        public init(_ field: String, _ value: String) { (self.field, self.value) = (field, value) }
    }

    /// Joins the parts; those with a default are empty where nothing is known.
    public init(
        id: String, rule: String, title: String, level: RuleLevel, tags: [String] = [], first: Timestamp,
        last: Timestamp, group: [Pair] = [], measure: Double? = nil, events: Int = 1, shown: [Pair] = [],
        source: LogSource = LogSource(), why: String = "", unit: String? = nil
    ) {
        (self.id, self.rule, self.title, self.level, self.tags) = (id, rule, title, level, tags)
        (self.first, self.last, self.group, self.measure) = (first, last, group, measure)
        (self.events, self.shown, self.source, self.why, self.unit) = (events, shown, source, why, unit)
    }
}
