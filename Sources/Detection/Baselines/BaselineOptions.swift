import Vocabulary

/// How baselines learn and judge.
public struct BaselineOptions: Hashable, Sendable {
    /// What is measured; of others a measure with floor 0 and start 100 is assumed.
    public var measures = BaselineMeasure.standard
    /// Where people work.
    public var zone = LocalTime.paris
    /// Days off beside Saturdays and Sundays.
    public var holidays: Set<CivilDate> = []
    /// Unusual is what is above so many times the past's second-highest day.
    public var margin = 3.0
    /// At an hour or on a kind of day at which an account never works, so much of its limit holds.
    public var unseenShare = 0.5
    /// The most that a limit rises in 30 days, whatever is seen: what bounds slow poisoning.
    public var growth = 2.0
    /// From so many days on an account is judged by its own past.
    public var days = 14
    /// For so many days a peer group's limit may rise freely.
    public var peerDays = 14
    /// Accounts (times measures) that are known; each takes less than a kilobyte.
    public var maximumKnown = 100_000
    /// Accounts seen on fewer than three days, which make room for one another and never displace known ones.
    public var maximumNew = 20_000
    /// Peer groups (times measures).
    public var maximumPeers = 1_024

    /// The defaults.
    public init() {}

    func measure(_ name: String) -> BaselineMeasure {
        measures.first { $0.name == name } ?? BaselineMeasure(name, floor: 0, start: 100)
    }

    func isRestDay(_ day: CivilDate) -> Bool { day.weekday >= 6 || holidays.contains(day) }
}
