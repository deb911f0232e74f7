/// Why written baselines cannot be read: the line, and what is wrong with it.
public struct BaselineStateError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Counted from 1.
    public let line: Int
    /// What is wrong.
    public let problem: String

    /// One line.
    public var description: String { "baselines, line \(line): \(problem)" }
}
