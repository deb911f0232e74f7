import Crypto
import Vocabulary

/// The end of one practice's access log: a chain of lines, each naming the hash of the one before.
struct AccessChain {
    /// Lines so far.
    private(set) var size: Int64
    /// SHA-256 of the last line without its end; zero before the first.
    private(set) var head: [UInt8]
    /// Lines that are not in a file yet.
    var buffer: [UInt8] = []
    /// How many lines the last head in the ledger covers, as far as this process knows.
    var entered: Int64
    /// When the oldest line of the buffer came.
    var since = Timestamp(milliseconds: 0)

    static let start = [UInt8](repeating: 0, count: 32)

    init(size: Int64, head: [UInt8]) {
        self.size = size
        self.head = head
        entered = size
    }

    /// Appends a line; the format is docs/formats.md's "Access log", version 1.
    mutating func append(_ event: AccessEvent, _ session: SessionID, _ by: Holder, _ now: Timestamp) {
        if buffer.isEmpty { since = now }
        size += 1
        let begin = buffer.count
        buffer.put("{\"v\":1,\"n\":")
        buffer.put(String(size))
        buffer.put(",\"prev\":\"")
        buffer.putHex(head)
        buffer.put("\",\"t\":")
        buffer.put(String(now.milliseconds))
        buffer.put(",\"session\":\"")
        buffer.put(session.description)
        buffer.put("\",\"by\":\"")
        buffer.put(by.idText)
        buffer.put("\",\"op\":\"")
        buffer.put(event.operation.rawValue)
        buffer.put("\"")
        put(event)
        buffer.put(",\"outcome\":\"")
        buffer.put(event.outcome)
        buffer.put("\"}")
        head = AccessChain.hash(of: buffer.span.extracting(begin...))
        buffer.append(UInt8(ascii: "\n"))
    }

    /// What is there only sometimes.
    private mutating func put(_ event: AccessEvent) {
        if let patient = event.patient {
            buffer.put(",\"patient\":\"")
            buffer.put(patient.description)
            buffer.put("\"")
        }
        for (index, key) in event.resources.enumerated() {
            buffer.put(index == 0 ? ",\"ids\":[\"" : "\",\"")
            buffer.put(key.type)
            buffer.put("/")
            buffer.put(key.id)
        }
        if !event.resources.isEmpty { buffer.put("\"]") }
        if event.tiers != [] {
            buffer.put(",\"tiers\":\"")
            buffer.put(event.tiers.words)
            buffer.put("\"")
        }
        if let count = event.count {
            buffer.put(",\"count\":")
            buffer.put(String(count))
        }
    }

    private static func hash(of line: Span<UInt8>) -> [UInt8] {
        var hash = SHA256()
        unsafe line.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        return unsafe hash.finalize().withUnsafeBytes { unsafe Array($0) }
    }
}

extension [UInt8] {
    /// Appends a text.
    fileprivate mutating func put(_ text: String) { append(contentsOf: text.utf8) }

    /// Appends lower-case hexadecimal.
    fileprivate mutating func putHex(_ bytes: [UInt8]) {
        for byte in bytes {
            for nibble in [byte >> 4, byte & 15] { append(nibble < 10 ? 48 + nibble : 87 + nibble) }
        }
    }
}
