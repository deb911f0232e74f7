/// Templates that cannot be used; nothing was produced with any of them.
public struct TemplateError: Error, Hashable, CustomStringConvertible {
    /// All problems found, in order of files and lines.
    public let problems: [TemplateProblem]

    init(_ problems: [TemplateProblem]) {
        self.problems = problems.sorted { ($0.file, $0.line, $0.what) < ($1.file, $1.line, $1.what) }
    }

    /// One problem a line.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
