import JSONTree

extension Incident {
    /// Reads an incident's lines, one event a line, each with its end; the last may lack it. Throws what is wrong with the first
    /// line that is, and its number; nothing of what follows it is believed.
    public init(reading bytes: [UInt8]) throws(IncidentError) {
        guard bytes.count <= IncidentLimit.bytes else { throw IncidentError(.tooMany) }
        try self.init(
            lines: bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init))
    }

    /// Reads an incident's lines without their ends. An empty last line is no line.
    public init(lines: [[UInt8]]) throws(IncidentError) {
        let lines = lines.last?.isEmpty == true ? lines.dropLast() : lines[...]
        guard lines.count <= IncidentLimit.events else { throw IncidentError(.tooMany) }
        guard let first = lines.first else { throw IncidentError(.notOpened, line: 1) }
        try self.init(first: try Incident.event(first, number: 1))
        for (place, line) in lines.enumerated().dropFirst() { try append(try Incident.event(line, number: place + 1)) }
    }

    private static func event(_ line: [UInt8], number: Int) throws(IncidentError) -> IncidentEvent {
        do throws(IncidentError) { return try IncidentEvent.read(line) } catch { throw error.at(line: number) }
    }

    /// Whether it begins with all events of an earlier reading of it: nothing was replaced.
    public func continues(_ earlier: Incident) -> Bool {
        let count = earlier.events.count
        guard count <= events.count else { return false }
        return earlier.head == (count == events.count ? head : events[count].previous)
    }

    /// All lines, each with its end: what ``init(reading:)`` takes.
    public var lines: [UInt8] { events.reduce(into: []) { $0 += $1.line + [UInt8(ascii: "\n")] } }
}
