/// Why a rule was refused: where, what is wrong, and what to write instead. One line.
public struct RuleError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where.
    public let place: RulePlace
    /// What is wrong.
    public let problem: String
    /// What to write instead; nil where there is no telling.
    public let remedy: String?

    /// Joins the parts.
    public init(_ place: RulePlace, _ problem: String, instead remedy: String? = nil) {
        (self.place, self.problem, self.remedy) = (place, problem, remedy)
    }

    /// `file:line: problem; remedy`.
    public var description: String { OutputText.plain("\(place): \(problem)" + (remedy.map { "; \($0)" } ?? "")) }
}
