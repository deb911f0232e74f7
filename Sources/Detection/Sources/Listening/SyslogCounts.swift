/// What became of syslog that came over the network, since the start of the program.
public struct SyslogCounts: Hashable, Sendable {
    /// Messages written to the spool.
    public var messages = 0
    /// Datagrams dropped because the spool was full.
    public var dropped = 0
    /// Messages beyond the limit of a line.
    public var tooLong = 0
    /// Connections whose bytes were no syslog.
    public var broken = 0
    /// Messages whose connection ended within them.
    public var torn = 0
    /// Connections that are open.
    public var connections = 0
    /// Connections refused because there were too many.
    public var refused = 0
    /// Connections on which TLS did not come about: a client without the right certificate, or none that speaks it.
    public var untrusted = 0
    /// Connections closed because nothing came for long.
    public var idle = 0

    /// Nothing yet.
    public init() {}

    /// Messages that were lost, by why.
    public var lost: [(reason: String, count: Int)] {
        [("dropped", dropped), ("too_long", tooLong), ("broken", broken), ("torn", torn)]
    }

    /// Connections that were closed from here, by why.
    public var closed: [(reason: String, count: Int)] {
        [("too_many", refused), ("untrusted", untrusted), ("idle", idle)]
    }
}
