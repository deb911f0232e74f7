/// A message as a line of a spool.
enum SpoolLine {
    /// Appends it: line ends within become spaces, those at the end and NUL there go (RFC 6587 §3.4.2). An empty message
    /// is no line.
    static func append(_ message: [UInt8], to lines: inout [UInt8]) {
        let end = message.lastIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") && $0 != 0 }
        guard let end else { return }
        lines.reserveCapacity(lines.count + end + 2)
        for byte in message[...end] { lines.append(byte == UInt8(ascii: "\n") ? UInt8(ascii: " ") : byte) }
        lines.append(UInt8(ascii: "\n"))
    }
}
