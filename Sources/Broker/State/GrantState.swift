import Vocabulary

/// A practice's permission for someone outside, as the ledger tells it: for support to see patients, for a client to import.
struct GrantState: Sendable, Codable, Equatable {
    let id: String
    /// Which tiers; none for an import.
    let tiers: Tiers
    let end: Timestamp
    /// The longest, in hours.
    static let maximumHours: Int64 = 72
}
