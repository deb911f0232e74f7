/// A member's name or a short word of an entry as numbers, so that comparing it costs no text: its first sixteen bytes,
/// big-endian and padded with zeroes, and its length.
struct FieldName: Hashable {
    let head: UInt64
    private let tail: UInt64
    private let length: Int

    init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        head = FieldName.word(bytes, range.lowerBound, range.upperBound)
        tail = range.count > 8 ? FieldName.word(bytes, range.lowerBound + 8, range.upperBound) : 0
        length = range.count
    }

    init(_ text: String) {
        let bytes = Array(text.utf8)
        self.init(bytes.span, 0..<bytes.count)
    }

    private static func word(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
        var word: UInt64 = 0
        let stop = min(end, start + 8)
        guard stop > start else { return 0 }
        for index in start..<stop { word = word << 8 | UInt64(bytes[index]) }
        return word << UInt64(8 * (8 - (stop - start)))
    }

    static func == (a: FieldName, b: FieldName) -> Bool {
        a.head == b.head && a.length == b.length && a.tail == b.tail
    }
}
