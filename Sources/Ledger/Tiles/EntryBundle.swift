/// The bytes of an entry bundle: big-endian 16-bit lengths, each followed by its entry (C2SP tlog-tiles).
package enum EntryBundle {
    /// The longest bundle: 256 entries of 65,535 bytes.
    package static let sizeLimit = 256 * (2 + 65_535)

    /// Where each entry of `bytes[start...]` begins and ends; nil unless exactly `count` entries fill `end - start`.
    static func ranges(_ bytes: [UInt8], from start: Int = 0, to end: Int, count: Int) -> [Range<Int>]? {
        // A count that the bytes cannot hold is damage, and must not size memory.
        guard end >= start, count <= (end - start) / 2 else { return nil }
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(count)
        var position = start
        while ranges.count < count {
            guard end - position >= 2 else { return nil }
            let length = Int(bytes[position]) << 8 | Int(bytes[position + 1])
            guard end - position - 2 >= length else { return nil }
            ranges.append(position + 2..<position + 2 + length)
            position += 2 + length
        }
        return position == end ? ranges : nil
    }

    /// Where each entry of a whole bundle of any number of them lies; nil when they do not fill it exactly.
    package static func ranges(_ bytes: [UInt8]) -> [Range<Int>]? {
        var count = 0
        var position = 0
        while bytes.count - position >= 2 {
            position += 2 + (Int(bytes[position]) << 8 | Int(bytes[position + 1]))
            count += 1
        }
        return ranges(bytes, to: bytes.count, count: count)
    }

    /// Appends one entry, which is at most 65,535 bytes long.
    static func append(_ entry: [UInt8], to out: inout [UInt8]) {
        out.append(UInt8(truncatingIfNeeded: entry.count >> 8))
        out.append(UInt8(truncatingIfNeeded: entry.count))
        out.append(contentsOf: entry)
    }
}
