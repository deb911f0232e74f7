/// How much of a log is taken before it is refused.
public enum SourceLimits {
    /// Bytes of one line.
    public static let line = 1 << 20
    /// Bytes of one record, whatever its lines.
    static let record = 4 << 20
    /// Lines of one record.
    static let recordLines = 65_536
    /// Fields of one event.
    static let fields = 4_096
    /// Values that one event has of one field of the taxonomy.
    static let values = 10_000
    /// Events of one line (CloudTrail's `Records`).
    static let events = 65_536
    /// Sessions whose settings and tables are remembered.
    static let sessions = 65_536
    /// Characters of a value that a mapping finds; longer ones are no ids.
    static let value = 256
}
