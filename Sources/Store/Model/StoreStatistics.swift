/// How much a practice holds.
public struct StoreStatistics: Hashable, Sendable {
    /// Visible patients.
    public var patients = 0
    /// Resources that exist: visible and not deleted.
    public var resources = 0
    /// Visible versions, deletions included.
    public var versions = 0
    /// Visible index rows.
    public var rows = 0
    /// Deposits that are staged and neither published nor discarded.
    public var pending = 0
    /// Bytes on disk, without journals.
    public var bytes = 0

    /// The statistics of an empty practice.
    public init() {}
}
