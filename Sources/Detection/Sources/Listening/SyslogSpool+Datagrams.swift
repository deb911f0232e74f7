extension SyslogSpool {
    /// Takes a datagram, which is a message (RFC 5426 §3.1). Without room it is dropped and counted: UDP has no way to
    /// make a sender wait.
    public func take(datagram: [UInt8]) {
        guard datagram.count <= SourceLimits.line else { return count { $0.tooLong += 1 } }
        var line: [UInt8] = []
        SpoolLine.append(datagram, to: &line)
        if append(line[...]) < line.count { count { $0.dropped += 1 } }
    }
}
