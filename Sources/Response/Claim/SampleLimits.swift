/// How much of a sample is read before it is refused.
public enum SampleLimits {
    /// Bytes of the file: 64 MiB.
    public static let bytes = 64 << 20
    /// Rows, damaged ones included.
    public static let rows = 20_000
    /// Columns of a row.
    public static let columns = 200
    /// Bytes of one value.
    public static let valueBytes = 4_096
}
