import Vocabulary

/// What a watch did so far, for views and metrics: counts and moments only.
public struct WatchFigures: Sendable {
    /// By source, as it was named: what became of its lines.
    public internal(set) var sources: [(name: String, counts: ReadCounts)] = []
    /// By source, as it was named: up to where was read last.
    public internal(set) var places: [String: ReadPlace] = [:]
    /// Files that cannot be read, one line each.
    public internal(set) var problems: [String] = []
    /// Events taken in this run, those read again included.
    public internal(set) var events = 0
    /// Events that an earlier run had done with.
    public internal(set) var readAgain = 0
    /// What the engine took, and what it could not place in time.
    public internal(set) var engine = EngineFigures()
    /// Findings made, before they were told once.
    public internal(set) var findings = 0
    /// Findings told, updates included, by level.
    public internal(set) var told: [RuleLevel: Int] = [:]
    /// Findings held back by the rate.
    public internal(set) var held: UInt64 = 0
    /// The newest time up to which correlations are told.
    public internal(set) var watermark: Timestamp?
    /// Groups that correlations hold.
    public internal(set) var groups = 0
    /// Groups that were pushed out for want of room.
    public internal(set) var evicted = 0

    /// How far what is told lies behind a clock, in milliseconds.
    public func lag(_ now: Timestamp) -> Int64? { watermark.map { max(0, now.milliseconds - $0.milliseconds) } }
}
