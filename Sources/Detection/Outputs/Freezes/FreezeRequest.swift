/// A rule's wish to freeze a membership.
public struct FreezeRequest: Hashable, Sendable {
    /// The membership's id.
    public var membership: String
    /// The practice that it is of.
    public var practice: String
    /// How many memberships the practice has that are not ended, by the broker's own count (not by the log).
    public var members: Int
    /// The rule that asks.
    public var rule: String
    /// The finding's id.
    public var finding: String
    /// The finding's level.
    public var level: RuleLevel

    /// Joins the parts.
    public init(
        membership: String, practice: String, members: Int, rule: String, finding: String, level: RuleLevel
    ) {
        (self.membership, self.practice, self.members) = (membership, practice, members)
        (self.rule, self.finding, self.level) = (rule, finding, level)
    }
}
