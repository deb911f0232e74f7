/// How large a spool becomes.
public struct SpoolLimits: Hashable, Sendable {
    /// Bytes of a file before the next one is begun.
    public let file: Int64
    /// Bytes of all files; the oldest go first.
    public let kept: Int64
    /// Bytes that a watch has not read yet: beyond, nothing is taken. Less than what is kept, so that nothing unread goes.
    public let unread: Int64

    /// A sixteenth of what is kept in a file, a half of it unread. At least 64 KiB are kept, 1 GiB unless told otherwise.
    public init(kept: Int64 = 1 << 30) {
        self.kept = max(65_536, kept)
        (file, unread) = (self.kept / 16, self.kept / 2)
    }
}
