import Crypto

/// The head of one batch in a journal segment: 52 bytes, big-endian.
///
/// Bytes 0–7 magic `CLQFRAME`; 8–15 first index; 16–19 number of entries; 20–23 length of the entries in bundle form;
/// 24–27 length of the signed checkpoint; 28–43 first half of SHA-256 of that checkpoint; 44–51 first quarter of
/// SHA-256 of bytes 0–43. Entries and checkpoint follow, then zeroes to a multiple of 512 bytes.
package struct FrameHeader: Equatable {
    static let magic = Array("CLQFRAME".utf8)
    static let length = 52
    /// Frames begin and end at multiples of this, so that writing one never touches a sector of another.
    static let sector = 512

    package let first: UInt64
    let count: Int
    let entriesLength: Int
    let noteLength: Int
    let noteDigest: [UInt8]

    init(first: UInt64, count: Int, entriesLength: Int, note: [UInt8]) {
        self.first = first
        self.count = count
        self.entriesLength = entriesLength
        noteLength = note.count
        noteDigest = FrameHeader.digest(note[...], 16)
    }

    /// Reads a header; nil when the magic, the lengths or the check do not hold.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count == FrameHeader.length else { return nil }
        let base = bytes.startIndex
        func field(_ range: Range<Int>) -> ArraySlice<UInt8> {
            bytes[base + range.lowerBound..<base + range.upperBound]
        }
        guard field(0..<8).elementsEqual(FrameHeader.magic),
            field(44..<52).elementsEqual(FrameHeader.digest(field(0..<44), 8))
        else { return nil }
        first = BigEndian.read(field(8..<16))
        count = Int(BigEndian.read(field(16..<20)))
        entriesLength = Int(BigEndian.read(field(20..<24)))
        noteLength = Int(BigEndian.read(field(24..<28)))
        noteDigest = Array(field(28..<44))
        guard first <= UInt64(Int64.max), count > 0, noteLength > 0 else { return nil }
    }

    var bytes: [UInt8] {
        var out = FrameHeader.magic
        BigEndian.append(first, bytes: 8, to: &out)
        BigEndian.append(UInt64(count), bytes: 4, to: &out)
        BigEndian.append(UInt64(entriesLength), bytes: 4, to: &out)
        BigEndian.append(UInt64(noteLength), bytes: 4, to: &out)
        out += noteDigest
        return out + FrameHeader.digest(out[...], 8)
    }

    /// The length of header, entries and checkpoint.
    var bodyLength: Int { FrameHeader.length + entriesLength + noteLength }
    /// The length on disk, padding included.
    var paddedLength: Int { FrameHeader.padded(bodyLength) }

    static func padded(_ length: Int) -> Int { (length + sector - 1) / sector * sector }

    static func digest(_ bytes: ArraySlice<UInt8>, _ count: Int) -> [UInt8] {
        Array(SHA256.hash(data: bytes).prefix(count))
    }
}
