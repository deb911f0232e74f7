/// Cuts a stream of syslog over TCP into messages (RFC 6587 §3.4): `LENGTH MESSAGE`, or a line each, as each message
/// begins.
struct SyslogFrames {
    /// What was cut.
    enum Frame: Equatable {
        case message([UInt8])
        /// A message beyond the limit was stepped over.
        case tooLong
        /// The stream is none of syslog, and has to be closed: told once, and nothing is cut after it.
        case broken
    }

    private var buffer: [UInt8] = []
    private var position = 0
    /// Bytes of a message too long that are still to come; nil inside a line too long.
    private var skipping: Int? = 0
    private var isBroken = false
    private let limit: Int

    init(limit: Int = SourceLimits.line) { self.limit = limit }

    mutating func append(_ bytes: some Sequence<UInt8>) {
        buffer.removeSubrange(..<position)
        position = 0
        if !isBroken { buffer.append(contentsOf: bytes) }
    }

    /// The next frame; nil when more bytes are needed.
    mutating func cut() -> Frame? {
        guard skip(), position < buffer.count else { return nil }
        return buffer[position].isDigit ? counted() : line()
    }

    /// Steps over what is left of a message too long; false when more has to come.
    private mutating func skip() -> Bool {
        guard let left = skipping else {
            guard let end = buffer[position...].firstIndex(of: UInt8(ascii: "\n")) else {
                position = buffer.count
                return false
            }
            (position, skipping) = (end + 1, 0)
            return true
        }
        let count = min(left, buffer.count - position)
        position += count
        skipping = left - count
        return left == count
    }

    private mutating func counted() -> Frame? {
        var walk = ByteWalk(buffer, in: position..<buffer.count)
        let digits = walk.take(while: \.isDigit)
        guard digits.count <= 9, let length = Int(walk.text(digits)) else { return breaks() }
        guard !walk.isAtEnd else { return nil }
        guard walk.skip(" ") else { return breaks() }
        guard length <= limit else {
            (position, skipping) = (walk.position, length)
            return .tooLong
        }
        guard buffer.count - walk.position >= length else { return nil }
        defer { position = walk.position + length }
        return .message(Array(buffer[walk.position..<walk.position + length]))
    }

    private mutating func breaks() -> Frame {
        (isBroken, position) = (true, buffer.count)
        return .broken
    }

    private mutating func line() -> Frame? {
        guard let end = buffer[position...].firstIndex(of: UInt8(ascii: "\n")) else {
            guard buffer.count - position > limit else { return nil }
            (position, skipping) = (buffer.count, nil)
            return .tooLong
        }
        defer { position = end + 1 }
        return end - position > limit ? .tooLong : .message(Array(buffer[position..<end]))
    }
}
