import Glibc

/// What opening a ledger finds: the state that its threads continue from.
struct Recovery: Sendable {
    let tree: CompactTree
    let checkpoint: SignedCheckpoint
    let builder: TileBuilder
    let frames: [FramePlace]
    let segments: [SegmentHeader]
    /// The last segment, open.
    let descriptor: Int32
    /// Where the next frame goes in it.
    let offset: Int
}
