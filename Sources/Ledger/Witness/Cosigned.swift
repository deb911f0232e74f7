/// A checkpoint with a witness's verified cosignature.
public struct Cosigned: Hashable, Sendable {
    /// The checkpoint.
    public let checkpoint: SignedCheckpoint
    /// The cosignature.
    public let line: SignatureLine
    /// When it was made, seconds since 1970, by the witness's clock.
    public let time: UInt64

    init(checkpoint: SignedCheckpoint, line: SignatureLine, time: UInt64) {
        self.checkpoint = checkpoint
        self.line = line
        self.time = time
    }
}
