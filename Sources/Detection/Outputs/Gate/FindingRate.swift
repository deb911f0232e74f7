/// How many findings may be told: so many at once, and so many an hour after that.
public struct FindingRate: Hashable, Sendable, Codable {
    /// At once.
    public var burst: Int
    /// An hour.
    public var perHour: Int

    /// Both from 1 to a million.
    public init(burst: Int, perHour: Int) {
        (self.burst, self.perHour) = (min(max(1, burst), 1_000_000), min(max(1, perHour), 1_000_000))
    }
}
