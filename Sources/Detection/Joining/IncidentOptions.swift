/// When findings are of one incident, and how many are held.
public struct IncidentOptions: Hashable, Sendable, Codable {
    /// Findings further apart than this are not joined, in milliseconds.
    public var gap: Int64 = 30 * 60_000
    /// Of a finding that lasts longer, only so much before its end is looked at, in milliseconds.
    public var span: Int64 = 24 * 3_600_000
    /// How many incidents are open at a time.
    public var maximumOpen = 4_096
    /// How many findings of an incident are kept; those beyond are counted.
    public var maximumFindings = 256
    /// How many accounts, hosts, practices, sources and destinations of an incident are kept.
    public var maximumNames = 256
    /// Other names of hosts, as addresses that flows know them by; the value is the name that logs use.
    public var hostNames: [String: String] = [:]
    /// Other names of accounts, as a database role that stands for a service.
    public var accountNames: [String: String] = [:]
    /// More bytes a row than this are not explained by the rows that were asked.
    public var bytesPerRow: Double = 1_000_000
    /// Bytes below this are not worth a word.
    public var bytesWorthAWord: UInt64 = 10_000_000

    /// The defaults: 30 minutes, 24 hours, 4,096 incidents of 256 findings.
    public init() {}
}
