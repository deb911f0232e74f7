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
        buffer.put("{\"v\":1,\"n\":", String(size), ",\"prev\":\"")
        buffer.putHex(head)
        buffer.put("\",\"t\":", String(now.milliseconds), ",\"session\":\"", session.description, "\",\"by\":\"")
        buffer.put(by.idText, "\",\"op\":\"", event.operation.rawValue, "\"")
        if let patient = event.patient { buffer.put(",\"patient\":\"", patient.description, "\"") }
        if !event.resources.isEmpty {
            buffer.put(",\"ids\":[")
            for (index, key) in event.resources.enumerated() {
                buffer.put(index == 0 ? "\"" : ",\"", key.type, "/", key.id, "\"")
            }
            buffer.put("]")
        }
        if event.tiers != [] {
            buffer.put(",\"tiers\":\"", event.tiers.tiers.map(\.word).joined(separator: ","), "\"")
        }
        if let count = event.count { buffer.put(",\"count\":", String(count)) }
        buffer.put(",\"outcome\":\"", event.outcome, "\"}")
        head = Array(SHA256.hash(data: buffer[begin...]))
        buffer.append(UInt8(ascii: "\n"))
    }
}

extension [UInt8] {
    /// Appends texts.
    fileprivate mutating func put(_ texts: String...) {
        for text in texts { append(contentsOf: text.utf8) }
    }

    /// Appends lower-case hexadecimal.
    fileprivate mutating func putHex(_ bytes: [UInt8]) {
        for byte in bytes {
            for nibble in [byte >> 4, byte & 15] { append(nibble < 10 ? 48 + nibble : 87 + nibble) }
        }
    }
}
