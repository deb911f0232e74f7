/// An answer from evidence that may be incomplete. The raw value is what documents say.
public enum Certainty: String, Hashable, Sendable, CaseIterable {
    /// The evidence shows it.
    case yes
    /// The evidence excludes it.
    case no
    /// The evidence neither shows nor excludes it. Never treated as `no`.
    case mayBe = "may-be"

    /// Whether a number is above a threshold.
    public init(_ bounds: Bounds, above threshold: Int64) {
        if bounds.lower > threshold {
            self = .yes
        } else if let upper = bounds.upper, upper <= threshold {
            self = .no
        } else {
            self = .mayBe
        }
    }
}
