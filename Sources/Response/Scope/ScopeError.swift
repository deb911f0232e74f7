/// What is wrong with a query, certificate or file: its part, and how; never a value of it.
public struct ScopeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The part: a member's name, a place.
    public let part: String
    /// What is wrong with it.
    public let fault: String

    /// Names the part and the fault.
    public init(_ part: String, _ fault: String) { (self.part, self.fault) = (part, fault) }

    /// Both on one line.
    public var description: String { "\(part) \(fault)" }
}
