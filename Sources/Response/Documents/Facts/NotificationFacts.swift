import Vocabulary

/// The practice's clock towards the authority (GDPR Art. 33(1) and (4)).
public struct NotificationFacts: Hashable, Sendable {
    /// Which of the two steps.
    public enum Phase: String, Hashable, Sendable {
        /// Within 72 hours, with what is known.
        case initial
        /// Later, with the rest.
        case complementary
    }

    /// When the practice itself became aware.
    public var awareness: Timestamp
    /// The step.
    public var phase: Phase
    /// Why later than 72 hours; nil when it is not, or nobody has said so yet.
    public var lateReasons: String?
    /// The number that the authority gave to the initial notification; the complementary one needs it.
    public var initialReference: String?

    /// A clock that starts at the practice's awareness.
    public init(
        awareness: Timestamp, phase: Phase = .initial, lateReasons: String? = nil, initialReference: String? = nil
    ) {
        (self.awareness, self.phase) = (awareness, phase)
        (self.lateReasons, self.initialReference) = (lateReasons, initialReference)
    }

    /// 72 hours after the practice's awareness.
    public var deadline: Timestamp { awareness.adding(seconds: 72 * 3600) }
}
