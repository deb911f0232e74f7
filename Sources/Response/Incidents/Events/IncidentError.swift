/// Why an event or a line was refused, and where; never a value of it. Two errors with the same code are equal.
public struct IncidentError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public let code: Code
    /// The line, which is the event's number, counted from 1; nil where a line was read alone.
    public internal(set) var line: Int?
    /// The member; empty for the line as a whole.
    public let member: String

    init(_ code: Code, _ member: String = "", line: Int? = nil) {
        (self.code, self.member, self.line) = (code, member, line)
    }

    func at(line: Int) -> IncidentError { IncidentError(code, member, line: self.line ?? line) }

    /// Compares codes only.
    public static func == (a: IncidentError, b: IncidentError) -> Bool { a.code == b.code }

    /// One line.
    public var description: String {
        let place = line.map { "line \($0): " } ?? ""
        return place + (member.isEmpty ? "" : member + ": ") + code.description
    }
}
