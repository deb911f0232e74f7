/// Why a line is no finding: the member, and what is wrong with it; never a value.
public struct FindingLineError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The member; empty for the line as a whole.
    public let member: String
    /// What is wrong.
    public let problem: String

    init(_ member: String, _ problem: String) { (self.member, self.problem) = (member, problem) }

    /// One line.
    public var description: String { member.isEmpty ? problem : "\(member): \(problem)" }
}
