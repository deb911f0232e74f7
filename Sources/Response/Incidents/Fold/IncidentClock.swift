import Vocabulary

/// How a party stands with its duty to notify, at a moment.
public struct IncidentClock: Hashable, Sendable {
    /// Whose clock it is.
    public let party: IncidentParty
    /// Since when it runs: the earliest awareness that is stated.
    public let started: Timestamp
    /// Until when the authority must have been notified; nil for the vendor, whose duty is "without undue delay".
    public let deadline: Timestamp?
    /// How far it is.
    public let state: State
    /// The last phase that left; nil when none did, and for the vendor.
    public let phase: IncidentNotification.Phase?
    /// When the initial notification left; of contradicting statements the latest. Nil when none did, and for the vendor.
    public let notified: Timestamp?
    /// Milliseconds left until the deadline, negative after it; nil when nothing runs any more, and for the vendor.
    public let remaining: Int64?
    /// Whether a reason for the delay is owed and none was given (GDPR 33(1)).
    public let needsReason: Bool
    /// Practices that the vendor told; 0 for a practice.
    public let told: Int

    /// How far a duty is. The raw value is what reports say.
    public enum State: String, Hashable, Sendable {
        /// It runs.
        case running
        /// The deadline has passed and nothing left.
        case overdue
        /// The initial notification left in time.
        case sent
        /// The initial notification left after the deadline.
        case sentLate = "sent-late"
        /// The vendor's, once the incident is closed.
        case closed
    }

    /// Hours between a practice's awareness and its deadline (GDPR 33(1)).
    ///
    /// Hours of the clock of UTC, holidays and changes of summer time included. Regulation 1182/71 would not count the hour in
    /// which awareness falls; that later end is not relied on.
    public static let hours: Int64 = 72

    /// The deadline of an awareness.
    public static func deadline(after awareness: Timestamp) -> Timestamp { awareness.adding(seconds: hours * 3_600) }

    /// What is most urgent is least: what is overdue, the vendor's, what runs, what owes a reason, what lacks its complement.
    var urgency: (Int, Timestamp, IncidentParty) {
        let rank =
            switch state {
            case .overdue: 0
            case .running where party == .vendor: 1
            case .running: 2
            case .sentLate where needsReason: 3
            case .sent, .sentLate: phase == .initial ? 4 : 5
            case .closed: 6
            }
        return (rank, deadline ?? started, party)
    }
}
