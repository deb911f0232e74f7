import Vocabulary

/// A membership of the simulated practice.
public struct HonestMember: Sendable, Equatable {
    /// Its place in ``HonestDays/members``; the first ones are the practice's professionals in their order.
    public let index: Int
    /// Its role.
    public let role: Role
    /// The member whose patients it sees and whose limit it shares, for a locum.
    public let replaces: Int?
}
