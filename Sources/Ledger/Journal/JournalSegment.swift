import Glibc

/// A journal segment in memory, and the reading of its frames.
package struct JournalSegment {
    /// What stands at an offset.
    enum Item {
        case frame(JournalFrame)
        /// Nothing was ever written here or after.
        case end
        /// The beginning of a batch whose writing was cut short; nothing follows.
        case torn
        /// Neither.
        case damaged
    }

    let file: String
    package let header: SegmentHeader
    package let bytes: [UInt8]
    /// Where the last byte that is not zero lies, plus one.
    private let written: Int

    /// Reads a segment. Throws `missing`, `system`, `oversized`, or `journalDamaged` when its header does not hold.
    package init(file: String, in directory: Directory) throws(LedgerError) {
        self.file = file
        bytes = try directory.read(file, limit: SegmentHeader.sizeLimit)
        guard let header = SegmentHeader(bytes.prefix(FrameHeader.sector)), header.file == file else {
            throw LedgerError(.journalDamaged, file: file, position: 0)
        }
        self.header = header
        written = JournalSegment.writtenLength(bytes)
    }

    /// Reads only a segment's header.
    static func header(file: String, in directory: Directory) throws(LedgerError) -> SegmentHeader {
        let descriptor = try directory.openFile(file)
        defer { _ = close(descriptor) }
        let bytes = try directory.read(descriptor, count: FrameHeader.sector, at: 0, file: file)
        guard let header = SegmentHeader(bytes[...]), header.file == file else {
            throw LedgerError(.journalDamaged, file: file, position: 0)
        }
        return header
    }

    private static func writtenLength(_ bytes: [UInt8]) -> Int {
        var end = bytes.count
        unsafe bytes.withUnsafeBytes { buffer in
            while end % 8 != 0, unsafe buffer[end - 1] == 0 { end -= 1 }
            while end >= 8, end % 8 == 0, unsafe buffer.loadUnaligned(fromByteOffset: end - 8, as: UInt64.self) == 0 {
                end -= 8
            }
            while end > 0, unsafe buffer[end - 1] == 0 { end -= 1 }
        }
        return end
    }

    /// What stands at `offset`, which is a multiple of 512.
    func item(at offset: Int) -> Item {
        if offset >= written { return .end }
        if let frame = frame(at: offset) { return .frame(frame) }
        return isTorn(at: offset) ? .torn : .damaged
    }

    /// A frame whose header, lengths, checkpoint digest and padding hold; its entries are not yet hashed.
    private func frame(at offset: Int) -> JournalFrame? {
        guard bytes.count - offset >= FrameHeader.length,
            let header = FrameHeader(bytes[offset..<offset + FrameHeader.length]),
            bytes.count - offset >= header.bodyLength
        else { return nil }
        let noteStart = offset + FrameHeader.length + header.entriesLength
        let note = bytes[noteStart..<noteStart + header.noteLength]
        let padding = bytes[note.endIndex..<min(offset + header.paddedLength, bytes.count)]
        guard FrameHeader.digest(note, 16) == header.noteDigest, padding.allSatisfy({ $0 == 0 }),
            let entries = EntryBundle.ranges(
                bytes, from: offset + FrameHeader.length, to: noteStart, count: header.count)
        else { return nil }
        return JournalFrame(file: file, offset: offset, header: header, entries: entries, note: Array(note))
    }

    /// Whether what is at `offset` can be the work of an interrupted write: no batch stands after it, and some sector
    /// that it needed, or its end, never reached the disk. A sector that is there but wrong is damage instead.
    private func isTorn(at offset: Int) -> Bool {
        var next = offset + FrameHeader.sector
        while next < written {
            if frame(at: next) != nil { return false }
            next += FrameHeader.sector
        }
        guard let header = FrameHeader(bytes[offset..<min(offset + FrameHeader.length, bytes.count)]) else {
            return isTornHeader(at: offset)
        }
        let end = offset + header.bodyLength
        if written < end { return true }
        guard written <= offset + header.paddedLength else { return false }
        return stride(from: offset, to: end, by: FrameHeader.sector).contains {
            isZero($0..<min($0 + FrameHeader.sector, end))
        }
    }

    /// Whether a header that does not read was cut short: its sector is missing, or nothing stands after a part of it.
    private func isTornHeader(at offset: Int) -> Bool {
        if isZero(offset..<min(offset + FrameHeader.sector, bytes.count)) { return true }
        let seen = bytes[offset..<min(written, offset + FrameHeader.magic.count)]
        return written < offset + FrameHeader.length && FrameHeader.magic.starts(with: seen)
    }

    private func isZero(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy { $0 == 0 } }
}
