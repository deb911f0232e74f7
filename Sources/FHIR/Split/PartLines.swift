/// An encoded part, its lines found.
struct PartLines {
    /// The first line: the format version.
    static let header = Array("1\n".utf8)

    let bytes: [UInt8]
    /// Line `n` is at `n - 1`.
    let ranges: [Range<Int>]

    /// Reads an encoded part; throws `damagedPart` for another format or a line without an end.
    init(_ bytes: [UInt8]) throws(SplitError) {
        guard bytes.starts(with: PartLines.header), bytes.last == UInt8(ascii: "\n") else {
            throw SplitError(.damagedPart)
        }
        var ranges: [Range<Int>] = []
        var start = PartLines.header.count
        let span = bytes.span
        for index in start..<span.count where span[index] == UInt8(ascii: "\n") {
            ranges.append(start..<index)
            start = index + 1
        }
        self.bytes = bytes
        self.ranges = ranges
    }

    /// The bytes of a line, numbered from 1; nil when there is none.
    func range(of line: Int) -> Range<Int>? { ranges.indices.contains(line - 1) ? ranges[line - 1] : nil }
}
