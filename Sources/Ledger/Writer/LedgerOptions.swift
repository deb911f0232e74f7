import Glibc

/// How a ``LedgerWriter`` works: sizes, intervals and what ends the process.
public struct LedgerOptions: Sendable {
    /// The size of a journal segment in bytes, at least 1 MiB in service; two are kept reserved.
    public var segmentBytes = 64 << 20
    /// The most bytes of entries that may wait to be written.
    public var queueLimit = 16 << 20
    /// The most entries in one batch.
    public var batchEntries = 4096
    /// How many entries are committed before tiles are written without waiting.
    public var publishEntries: UInt64 = 16_384
    /// How long entries stay in the journal only, in milliseconds.
    public var publishMilliseconds = 1000
    /// Checkpoints known from elsewhere (a snapshot, witnesses): the log must contain each of them.
    public var known: [Checkpoint] = []
    /// Called when a write, sync or rename failed after entries got their index; must end the process.
    public var onFailure: @Sendable (LedgerError) -> Never = { failure in
        let line = Array("ledger: \(failure)\n".utf8)
        _ = unsafe line.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
        _exit(3)
    }

    /// Makes the default options.
    public init() {}
}
