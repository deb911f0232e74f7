/// Lower case for comparing without regard to case: ASCII byte by byte, anything else by Unicode's own table.
enum Folding {
    /// Appends the folded bytes. Bytes that are not UTF-8 are kept, their ASCII letters folded.
    @inline(__always)
    static func append(_ bytes: Span<UInt8>, to folded: inout [UInt8]) {
        var high: UInt8 = 0
        let start = folded.count
        folded.reserveCapacity(start + bytes.count)
        for index in bytes.indices {
            let byte = bytes[index]
            high |= byte
            folded.append(lower(byte))
        }
        if high >= 0x80 { refold(from: start, in: &folded) }
    }

    /// The folded bytes.
    static func fold(_ bytes: [UInt8]) -> [UInt8] {
        var folded: [UInt8] = []
        append(bytes.span, to: &folded)
        return folded
    }

    @inline(__always)
    private static func lower(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

    @inline(never)
    private static func refold(from start: Int, in folded: inout [UInt8]) {
        guard let text = String(validating: folded[start...], as: UTF8.self) else { return }
        folded.removeLast(folded.count - start)
        folded.append(contentsOf: text.lowercased().utf8)
    }
}
