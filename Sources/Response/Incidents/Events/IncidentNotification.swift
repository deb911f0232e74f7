import Vocabulary

/// A notification that left.
public struct IncidentNotification: Hashable, Sendable {
    /// Which duty it answers.
    public let duty: Duty
    /// The practice that notified, or that the vendor told.
    public let practice: PracticeID
    /// Whether it was the first.
    public let phase: Phase
    /// When it left: never after the event that says it.
    public let moment: Timestamp
    /// What it is found by: a receipt's number.
    public let reference: String
    /// Why it is later than 72 hours (GDPR 33(1)); nil where it need not be said.
    public let lateReason: String?

    /// The duty. The raw value is what lines say.
    public enum Duty: String, Hashable, Sendable, CaseIterable {
        /// The practice tells the authority.
        case authority = "33(1)"
        /// The vendor tells the practice.
        case practice = "33(2)"
    }

    /// GDPR 33(4): information may come in phases.
    public enum Phase: String, Hashable, Sendable, CaseIterable {
        /// What was known at first.
        case initial
        /// What came to be known later.
        case complementary
    }

    /// Joins the parts.
    public init(
        duty: Duty = .authority, practice: PracticeID, phase: Phase, moment: Timestamp, reference: String,
        lateReason: String? = nil
    ) {
        (self.duty, self.practice, self.phase, self.moment) = (duty, practice, phase, moment)
        (self.reference, self.lateReason) = (reference, lateReason)
    }
}
