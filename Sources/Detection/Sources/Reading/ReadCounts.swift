/// What became of the lines of a source. All counts are since the start of the program.
public struct ReadCounts: Hashable, Sendable {
    /// Lines read.
    public var lines = 0
    /// Events given out.
    public var events = 0
    /// Lines refused, by reason.
    public var refused: [ReadOutcome.Refusal: Int] = [:]
    /// Events whose time is behind that of the newest event by more than the bound.
    public var behind = 0
    /// Events whose time is ahead of the clock by more than the bound.
    public var ahead = 0
    /// Events without a time.
    public var timeless = 0

    /// Nothing yet.
    public init() {}

    /// All lines refused.
    public var allRefused: Int { refused.values.reduce(0, +) }

    mutating func refuse(_ reason: ReadOutcome.Refusal) { refused[reason, default: 0] += 1 }
}
