import Vocabulary

/// A practice's permission for someone outside, as the ledger tells it: for support to see patients, for a client to import.
package struct GrantState: Sendable, Codable, Equatable {
    package let id: String
    /// Which tiers; none for an import.
    package let tiers: Tiers
    package let end: Timestamp
    /// The longest, in hours.
    package static let maximumHours: Int64 = 72

    /// As `grant` says it.
    package init(_ body: GrantEntry) {
        (id, tiers, end) = (body.grant, body.tiers, Timestamp(milliseconds: body.end))
    }
}
