/// How an engine runs.
public struct EngineOptions: Sendable, Hashable {
    /// How much later than others an event may arrive and still be counted in its place: milliseconds.
    public var lateness: Int64 = 60_000
    /// Groups that one correlation holds.
    public var groups = 200_000
    /// Different values of a group that are counted exactly.
    public var exactDistinct = 100_000
    /// A clock further ahead than this of the latest event before is not believed: milliseconds.
    public var jump: Int64 = 31 * 86_400_000
    /// After so many events in a row that are further ahead the next is believed: a log had a gap.
    public var jumps = 100

    /// The defaults: a minute, 200,000 groups, 100,000 values, 31 days.
    public init() {}
}
