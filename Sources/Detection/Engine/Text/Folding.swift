/// Lower case for comparing without regard to case: ASCII byte by byte, anything else by Unicode's own table.
enum Folding {
    /// Appends bytes, their ASCII letters folded; whether there were others than ASCII's among them.
    @inline(__always)
    static func appendASCII(_ bytes: Span<UInt8>, to folded: inout [UInt8]) -> Bool {
        let start = folded.count
        folded.append(bytes)
        return unsafe folded.withUnsafeMutableBufferPointer { folded in
            var high: UInt8 = 0
            for index in start..<folded.count {
                let byte = unsafe folded[index]
                high |= byte
                unsafe folded[index] = byte | (byte &- 65 < 26 ? 0x20 : 0)
            }
            return high >= 0x80
        }
    }

    /// Appends the folded bytes. Bytes that are not UTF-8 are kept, their ASCII letters folded.
    static func append(_ bytes: Span<UInt8>, to folded: inout [UInt8]) {
        let start = folded.count
        if appendASCII(bytes, to: &folded) { refold(from: start, in: &folded) }
    }

    /// The folded bytes.
    static func fold(_ bytes: [UInt8]) -> [UInt8] {
        var folded: [UInt8] = []
        append(bytes.span, to: &folded)
        return folded
    }

    @inline(never)
    private static func refold(from start: Int, in folded: inout [UInt8]) {
        guard let text = String(validating: folded[start...], as: UTF8.self) else { return }
        folded.removeLast(folded.count - start)
        folded.append(contentsOf: text.lowercased().utf8)
    }
}
