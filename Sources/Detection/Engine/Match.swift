import Vocabulary

/// That an event matched a rule, or that a correlation holds at a moment.
public struct Match: Sendable {
    /// The place in ``RuleSet/items``.
    public var item: Int
    /// The event's moment; nil if it has none. For a correlation the end of its window.
    public var time: Timestamp?
    /// For a correlation: the values that group, in the order of `group-by`.
    public var group: [String]
    /// For a correlation: what was found.
    public var measure: Double?
    /// For a correlation: about how many matches or values its window holds.
    public var events: Int
}
