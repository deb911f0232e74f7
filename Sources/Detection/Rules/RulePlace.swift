/// Where something stands in a file of rules.
public struct RulePlace: Hashable, Sendable, CustomStringConvertible {
    /// The file's name, as given.
    public var file: String
    /// Counted from 1.
    public var line: Int

    /// Joins file and line.
    public init(file: String, line: Int) { (self.file, self.line) = (file, line) }

    /// `file:line`.
    public var description: String { "\(file):\(line)" }
}
