import Vocabulary

/// Who stands behind the id of a membership or client, as the practice knows it.
public struct HistoryActor: Sendable, Hashable {
    /// What they are for the practice.
    public let role: Role
    /// What the practice calls them.
    public let name: String

    /// Joins both.
    public init(role: Role, name: String) { (self.role, self.name) = (role, ClippedText(name, bytes: 200).text) }
}
