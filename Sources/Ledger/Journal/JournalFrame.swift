/// One complete batch, as read back from a segment.
package struct JournalFrame {
    let file: String
    let offset: Int
    package let header: FrameHeader
    /// Where each entry lies in the segment's bytes.
    package let entries: [Range<Int>]
    /// The signed checkpoint's bytes.
    let note: [UInt8]

    var end: Int { offset + header.paddedLength }
    /// The tree's size after the batch.
    var size: UInt64 { header.first + UInt64(header.count) }
}
