import Vocabulary

/// A decision and why; who decided is the event's author.
public struct IncidentDecision: Hashable, Sendable {
    /// What was decided.
    public let what: String
    /// Why.
    public let reason: String
    /// When: never after the event that says it.
    public let moment: Timestamp

    /// Joins the parts.
    public init(what: String, reason: String, moment: Timestamp) {
        (self.what, self.reason, self.moment) = (what, reason, moment)
    }
}
