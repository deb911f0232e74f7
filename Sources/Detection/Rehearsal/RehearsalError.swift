/// Why a table given to a rehearsal was refused. One line, without its values.
public struct RehearsalError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line, counted from 1.
    public let line: Int
    /// What is wrong with it.
    public let problem: String

    /// `line 3: …`.
    public var description: String { "line \(line): \(problem)" }
}
