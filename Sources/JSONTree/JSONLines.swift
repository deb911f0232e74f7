/// Walks the lines of a buffer of JSON lines (NDJSON): one value a line, blank lines skipped.
///
/// It holds no buffer: hand the same one to each ``next(in:)``.
public struct JSONLines: Sendable {
    /// A line that is not blank.
    public struct Line: Sendable, Hashable {
        /// Counted from 1, blank lines included.
        public let number: Int
        /// The line's bytes, without its end (`\n` or `\r\n`).
        public let range: Range<Int>
    }

    private let maximumLineBytes: Int
    private var offset = 0
    private var number = 0

    /// Starts at the buffer's first byte. Lines may have `maximumLineBytes` bytes, their end not counted.
    public init(maximumLineBytes: Int = JSONLimits().maximumBytes) {
        self.maximumLineBytes = maximumLineBytes
    }

    /// The next line that is not blank; nil after the last. A line too long throws `lineTooLong` with the offset of
    /// its first byte, and the walk can go on after it.
    public mutating func next(in bytes: Span<UInt8>) throws(JSONError) -> Line? {
        while offset < bytes.count {
            let start = offset
            var end = start
            var blank = true
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
                blank = blank && JSONLines.isBlank(bytes[end])
                end += 1
            }
            offset = end + 1
            number += 1
            if blank { continue }
            if end < bytes.count, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
            guard end - start <= maximumLineBytes else { throw JSONError(.lineTooLong, offset: start) }
            return Line(number: number, range: start..<end)
        }
        return nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
}
