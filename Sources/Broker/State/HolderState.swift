import BrokerAPI
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
    /// What a practice permitted last.
    var grant: GrantState?
    var windows = TierWindows()
    /// Expected patients that the care floor let through.
    var expected = OpeningWindow()
    /// Emergency openings.
    var emergencies = OpeningWindow()

    func isActive(at now: Timestamp) -> Bool { now >= start && end.map { now < $0 } ?? true }

    /// The grant, while it is open.
    func grant(at now: Timestamp) -> GrantState? { grant.flatMap { now < $0.end ? $0 : nil } }

    /// Tiers that the holder may see: support only those that a grant opens.
    func readable(at now: Timestamp) -> Tiers {
        let tiers = depositOnly ? [] : Access.readable(role)
        return role == .support ? tiers.intersection(grant(at: now)?.tiers ?? []) : tiers
    }

    func isNewcomer(at now: Timestamp) -> Bool { newcomerSince.map { now < $0.adding(days: 7) } ?? false }
}
