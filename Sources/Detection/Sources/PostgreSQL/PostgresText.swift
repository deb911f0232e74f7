/// A message of the stderr log, cut into its parts: the prefix, and `error_severity`, `message`, `detail`, `query` and
/// so on.
struct PostgresText {
    private(set) var match: LogLinePrefix.Match?
    private(set) var fields: [(name: String, value: String)] = []

    /// Cuts lines that are joined by line ends; a tab at the begin of a line is none of the message.
    init(_ bytes: [UInt8], prefix: LogLinePrefix, zone: LogZone) {
        var name = "message"
        var value: [UInt8] = []
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let line = Array(line)
            guard line.first != UInt8(ascii: "\t"), let found = prefix.match(line, zone: zone) else {
                value.append(UInt8(ascii: "\n"))
                value.append(contentsOf: line.first == UInt8(ascii: "\t") ? line[1...] : line[...])
                continue
            }
            var walk = ByteWalk(line, in: found.end..<line.count)
            let severity = LogSeverity.take(&walk) ?? ""
            if match == nil {
                match = found
                fields.append(("error_severity", severity))
            } else if fields.count < SourceLimits.fields {
                fields.append((name, String(decoding: value, as: UTF8.self)))
                name = LogSeverity.further[severity] ?? "message"
            }
            value = Array(line[walk.rest()])
        }
        fields.append((name, String(decoding: value, as: UTF8.self)))
    }
}
