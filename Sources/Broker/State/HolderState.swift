import Vocabulary

/// A membership or client as the ledger tells it.
struct HolderState: Sendable, Codable, Equatable {
    /// The person of a membership.
    var person: PersonID?
    var role: Role
    var start: Timestamp
    var end: Timestamp?
    /// The membership whose limit this one shares.
    var shares: MemberID?
    var partner: PartnerID?
    var depositOnly = false
    /// Sign-in keys that are active.
    var keys: Set<String> = []
    /// When it was entered while the installation was live: its limits are a quarter for 7 days.
    var newcomerSince: Timestamp?
    /// Frozen by a person: nothing is left.
    var isFrozen = false
    /// Frozen by the broker: the care floor is left.
    var isCareOnly = false
    var windows = TierWindows()
    /// Expected patients that the care floor let through.
    var expected = OpeningWindow()
    /// Emergency openings.
    var emergencies = OpeningWindow()

    func isActive(at now: Timestamp) -> Bool { now >= start && end.map { now < $0 } ?? true }

    func isNewcomer(at now: Timestamp) -> Bool { newcomerSince.map { now < $0.adding(days: 7) } ?? false }
}
