/// Where a committed batch lies, for publishing it from the journal.
struct FramePlace: Sendable {
    let file: String
    let offset: Int
    let length: Int
    /// The tree's size after the batch.
    let size: UInt64
}
