/// What the callers, the committing thread and the publishing thread share, under one lock.
struct WriterState {
    /// One call of `append`.
    struct Call {
        let first: UInt64
        let entries: [[UInt8]]
        /// The bytes that are set aside for it, at least what it takes.
        let cost: Int
        /// Whether it goes to the spare segment, which the committing thread must open first.
        let opensSegment: Bool
    }

    /// Whether a segment waits in reserve.
    enum Spare {
        /// None: the publishing thread must reserve one.
        case missing
        /// Reserved; no queued call goes to it.
        case ready
        /// Reserved; queued calls go to it.
        case planned
    }

    /// How the writer is ending.
    enum Ending {
        case none
        /// Everything queued is committed and published first.
        case close
        /// Nothing more is done.
        case abandon
    }

    var queue: [Call] = []
    var queuedBytes = 0
    /// The index of the next entry.
    var next: UInt64
    /// The bytes left in the segment that the next call goes to.
    var planned: Int
    var spare = Spare.missing
    var committed: SignedCheckpoint
    /// Who waits for which size.
    var waiters: [(size: UInt64, body: @Sendable (Result<SignedCheckpoint, LedgerError>) -> Void)] = []
    /// Frames committed and not yet published.
    var frames: [FramePlace]
    /// The segments that hold frames, oldest first; the last is being written.
    var segments: [SegmentHeader]
    var ending = Ending.none
    /// Whether the committing thread sleeps and must be signalled.
    var isIdle = false
    /// Whether the committing thread has finished.
    var isDrained = false
}
