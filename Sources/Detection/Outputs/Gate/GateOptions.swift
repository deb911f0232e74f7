/// What a ``FindingGate`` lets through.
public struct GateOptions: Hashable, Sendable, Codable {
    /// For how long a finding of the same rule and group is an update of the first, in milliseconds.
    public var renotify: Int64 = 4 * 3_600_000
    /// How much greater a measure must be to be told at once.
    public var escalation: Double = 10
    /// For each rule.
    public var perRule = FindingRate(burst: 20, perHour: 60)
    /// For all rules together.
    public var inAll = FindingRate(burst: 200, perHour: 600)
    /// How many groups are remembered.
    public var maximumKeys = 10_000
    /// How many rules have a bucket of their own; those beyond share one.
    public var maximumRules = 8_192
    /// How long after the first finding held back the summary is told, in milliseconds.
    public var summary: Int64 = 10 * 60_000

    /// The defaults: 4 hours; tenfold; 20 at once and 60 an hour for a rule; 200 and 600 for all; 10,000 groups; 10
    /// minutes.
    public init() {}
}
