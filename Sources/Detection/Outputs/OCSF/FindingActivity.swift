/// What is said about a finding: that it is there, or that it has grown.
public enum FindingActivity: Sendable, Hashable {
    /// Told for the first time.
    case create
    /// Told again with a new count, level or measure.
    case update
}
