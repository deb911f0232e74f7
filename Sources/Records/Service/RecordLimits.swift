/// How much is kept and how much one request may carry.
public struct RecordLimits: Sendable {
    /// Seconds for which a released key is kept: 15 minutes, never more.
    public let keySeconds: Int64
    /// Keys kept in all.
    public let maximumKeys: Int
    /// Sessions kept in all.
    public let maximumSessions: Int
    /// Entries of one transaction or batch.
    public let maximumEntries: Int
    /// Seconds for which a paging token is good.
    public let pageSeconds: Int64
    /// Seconds after which a deposit whose `stored` entry is not there is given up.
    public let settleSeconds: Int64

    /// The most resources on a page of a list.
    public static let maximumPage = 200
    /// The most resources on a page of everything about a patient.
    public static let maximumEverything = 1000
    /// The most patients that a search shows.
    public static let maximumMatches = 10

    /// Takes the given limits; keys are never kept for longer than 15 minutes.
    public init(
        keySeconds: Int64 = 900, maximumKeys: Int = 200_000, maximumSessions: Int = 50_000,
        maximumEntries: Int = 25_000,
        pageSeconds: Int64 = 3_600, settleSeconds: Int64 = 60
    ) {
        self.keySeconds = min(keySeconds, 900)
        self.maximumKeys = maximumKeys
        self.maximumSessions = maximumSessions
        self.maximumEntries = maximumEntries
        self.pageSeconds = pageSeconds
        self.settleSeconds = settleSeconds
    }
}
