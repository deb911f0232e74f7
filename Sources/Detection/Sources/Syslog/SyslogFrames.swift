/// Cuts a stream of syslog over TCP into messages (RFC 6587 §3.4): `LENGTH MESSAGE`, or a line each, as each message
/// begins. Each byte is looked at once and moved at most once more, however few come at a time.
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
    /// No line ends between ``position`` and here.
    private var searched = 0
    /// Bytes of a message too long that are still to come; nil inside a line too long.
    private var skipping: Int? = 0
    private var isBroken = false
    private let limit: Int
    /// Bytes searched for the end of a line or moved: a measure of work.
    private(set) var work = 0

    init(limit: Int = SourceLimits.line) { self.limit = limit }

    /// Whether a message has begun of which the end has not come.
    var hasRest: Bool { position < buffer.count || skipping != 0 }

    mutating func append(_ bytes: some Sequence<UInt8>) {
        guard !isBroken else { return }
        dropWhatWasCut()
        buffer.append(contentsOf: bytes)
    }

    /// The next frame; nil when more bytes are needed.
    mutating func cut() -> Frame? {
        guard skip(), position < buffer.count else { return nil }
        return buffer[position].isDigit ? counted() : line()
    }

    /// Only once what is dropped is more than what stays.
    private mutating func dropWhatWasCut() {
        let left = buffer.count - position
        guard position > left else { return }
        buffer.removeSubrange(..<position)
        work += left
        searched = max(0, searched - position)
        position = 0
    }

    /// Where the line ends that has begun; nil when its end has not come.
    private mutating func lineEnd() -> Int? {
        let from = max(position, searched)
        let end = buffer[from...].firstIndex(of: UInt8(ascii: "\n"))
        searched = end ?? buffer.count
        work += searched - from
        return end
    }

    /// Steps over what is left of a message too long; false when more has to come.
    private mutating func skip() -> Bool {
        guard let left = skipping else {
            guard let end = lineEnd() else {
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
        var walk = ByteWalk(buffer, in: position..<min(buffer.count, position + 11))
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
        guard let end = lineEnd() else {
            guard buffer.count - position > limit else { return nil }
            (position, skipping) = (buffer.count, nil)
            return .tooLong
        }
        defer { position = end + 1 }
        return end - position > limit ? .tooLong : .message(Array(buffer[position..<end]))
    }
}
