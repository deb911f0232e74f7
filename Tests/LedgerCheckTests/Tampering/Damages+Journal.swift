@testable import Ledger

/// Frames of the journal changed.
extension Damages {
    private mutating func someSegment() -> WrittenLedger.Segment? {
        numbers.pick(ledger.segments.filter { !$0.frames.isEmpty })
    }

    /// The end of the last segment never arrived.
    mutating func cutTail() -> Damage? {
        guard let segment = ledger.segments.last, !segment.frames.isEmpty else { return nil }
        var changed = bytes(segment.file)
        let cut = FrameHeader.sector + numbers.below(segment.written - FrameHeader.sector)
        for byte in cut..<changed.count { changed[byte] = 0 }
        return tail(Damage("cut journal", [segment.file: changed], [.file(segment.file)]))
    }

    mutating func zeroSector() -> Damage? {
        guard let segment = someSegment() else { return nil }
        var changed = bytes(segment.file)
        let start = FrameHeader.sector * numbers.below(segment.end / FrameHeader.sector)
        for byte in start..<start + FrameHeader.sector { changed[byte] = 0 }
        var damage = Damage("zero sector", [segment.file: changed], [.file(segment.file)])
        // A last frame of one sector is gone without a trace in its own segment; the next one begins too late.
        damage.traces[0].append(Trace(code: .journalGap))
        return tail(damage)
    }

    mutating func swapFrames() -> Damage? {
        guard let segment = someSegment(), segment.frames.count > 1 else { return nil }
        let place = 1 + numbers.below(segment.frames.count - 1)
        let (one, other) = (segment.frames[place - 1], segment.frames[place])
        let all = bytes(segment.file)
        let changed = all[..<one.offset] + all[other.offset..<other.end] + all[one.offset..<one.end] + all[other.end...]
        return Damage(
            "swap frames", [segment.file: Array(changed)],
            [Trace(code: .journalDamaged, file: segment.file, position: UInt64(one.offset))])
    }

    mutating func dropFrame() -> Damage? {
        guard let segment = someSegment(), let frame = numbers.pick(segment.frames) else { return nil }
        let all = bytes(segment.file)
        let changed = all[..<frame.offset] + all[frame.end...] + [UInt8](repeating: 0, count: frame.end - frame.offset)
        // Without its last frame a segment is whole; then the next begins too late, or nothing but the snapshot tells.
        let next = ledger.segments.first { $0.first > segment.first }?.file
        let gap = Trace(code: .journalGap, file: next, position: frame.header.first)
        return Damage(
            "drop frame", [segment.file: Array(changed)],
            [
                Trace(code: .journalDamaged, file: segment.file, position: UInt64(frame.offset)),
                next == nil ? rolledBack : gap,
            ])
    }

    /// Another entry or checkpoint text with every digest made right again, by one who cannot sign.
    mutating func craftFrame() -> Damage? {
        guard let segment = someSegment(), let frame = numbers.pick(segment.frames) else { return nil }
        var changed = bytes(segment.file)
        let noteStart = frame.offset + FrameHeader.length + frame.header.entriesLength
        var note = frame.note
        if numbers.below(2) == 0, let entry = numbers.pick(frame.entries.filter({ !$0.isEmpty })) {
            changed[entry.lowerBound + numbers.below(entry.count)] ^= 1 << UInt8(numbers.below(8))
        } else {
            note[numbers.below(note.count)] ^= 1 << UInt8(numbers.below(8))
        }
        let header = FrameHeader(
            first: frame.header.first, count: frame.header.count, entriesLength: frame.header.entriesLength, note: note)
        changed.replaceSubrange(frame.offset..<frame.offset + FrameHeader.length, with: header.bytes)
        changed.replaceSubrange(noteStart..<noteStart + note.count, with: note)
        return Damage(
            "craft frame", [segment.file: changed], [Trace(file: segment.file, position: UInt64(frame.offset))])
    }
}
