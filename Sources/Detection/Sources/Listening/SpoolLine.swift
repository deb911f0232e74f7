/// A message as a line of a spool.
enum SpoolLine {
    /// Appends it: line ends within become spaces, those at the end and NUL there go (RFC 6587 §3.4.2). An empty message
    /// is no line.
    static func append(_ message: [UInt8], to lines: inout [UInt8]) {
        let end = message.lastIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") && $0 != 0 }
        guard let end else { return }
        var next = lines.count
        lines.append(contentsOf: message[...end])
        while let place = lines[next...].firstIndex(of: UInt8(ascii: "\n")) {
            lines[place] = UInt8(ascii: " ")
            next = place + 1
        }
        lines.append(UInt8(ascii: "\n"))
    }
}
