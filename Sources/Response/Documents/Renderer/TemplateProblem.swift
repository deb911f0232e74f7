/// What is wrong with a template, and where.
public struct TemplateProblem: Hashable, Sendable, CustomStringConvertible {
    /// The file, from the templates' folder.
    public let file: String
    /// The line, from 1; 0 for the file as a whole.
    public let line: Int
    /// What is wrong.
    public let what: String

    /// `file:line: what`.
    public var description: String { line > 0 ? "\(file):\(line): \(what)" : "\(file): \(what)" }
}
