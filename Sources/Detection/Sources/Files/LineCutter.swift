/// Cuts bytes into lines. A line beyond the limit is stepped over to its end, and told once.
struct LineCutter {
    /// A line, or that there was one too long.
    struct Line {
        /// Its bytes, without `\n` or `\r\n`; empty where it was too long.
        var bytes: [UInt8] = []
        /// Where it begins, and where the next one does.
        var start: Int64 = 0
        var end: Int64 = 0
        /// Counted from 1.
        var number = 0
        var isTooLong = false
        /// The number of its bytes.
        var length: Int64 { end - start }
    }

    private var buffer: [UInt8] = []
    private var position = 0
    private var offset: Int64
    private var number: Int
    private var lineStart: Int64
    private var isSkipping = false
    private let limit: Int

    /// Begins at an offset, before the line of which the number is `number + 1`.
    init(offset: Int64 = 0, number: Int = 0, limit: Int = SourceLimits.line) {
        (self.offset, self.number, self.limit) = (offset, number, limit)
        lineStart = offset
    }

    /// Where the next line begins.
    var next: Int64 { lineStart }
    /// How many lines were cut.
    var count: Int { number }

    /// Whether bytes wait for the end of their line.
    var hasRest: Bool { position < buffer.count || isSkipping }

    /// Lets the bytes be appended that come next; room is made first.
    mutating func append<Result>(_ body: (inout [UInt8]) -> Result) -> Result {
        buffer.removeSubrange(..<position)
        position = 0
        return body(&buffer)
    }

    /// The next whole line; nil when more bytes are needed.
    mutating func cut() -> Line? {
        let index = lineEnd()
        guard index < buffer.count else {
            if index - position > limit || isSkipping { drop(to: index) }
            return nil
        }
        defer { (position, offset) = (index + 1, offset + Int64(index + 1 - position)) }
        return line(upTo: index, end: offset + Int64(index + 1 - position))
    }

    /// What is left when no more bytes come; nil for nothing.
    mutating func rest() -> Line? {
        guard position < buffer.count || isSkipping else { return nil }
        let index = buffer.count
        defer { (position, offset) = (index, offset + Int64(index - position)) }
        return line(upTo: index, end: offset + Int64(index - position))
    }

    private func lineEnd() -> Int {
        let span = buffer.span
        var index = position
        while index < span.count, span[index] != UInt8(ascii: "\n") { index += 1 }
        return index
    }

    private mutating func drop(to index: Int) {
        isSkipping = true
        offset += Int64(index - position)
        position = index
    }

    private mutating func line(upTo index: Int, end: Int64) -> Line {
        number += 1
        var line = Line(start: lineStart, end: end, number: number)
        line.isTooLong = isSkipping || index - position > limit
        if !line.isTooLong {
            let hasReturn = index > position && buffer[index - 1] == UInt8(ascii: "\r")
            line.bytes = Array(buffer[position..<(hasReturn ? index - 1 : index)])
        }
        isSkipping = false
        lineStart = end
        return line
    }
}
