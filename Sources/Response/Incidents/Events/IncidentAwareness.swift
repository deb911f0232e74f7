import Vocabulary

/// Since when a party has been aware of the breach. A practice's 72 hours run from its own awareness (GDPR 33(1)).
public struct IncidentAwareness: Hashable, Sendable {
    /// Who became aware.
    public let party: IncidentParty
    /// When: never after the event that says it.
    public let moment: Timestamp
    /// Through whom.
    public let by: IncidentAuthor
    /// How: a call, a notice of the vendor, a finding.
    public let how: String

    /// Joins the parts.
    public init(party: IncidentParty, moment: Timestamp, by: IncidentAuthor, how: String) {
        (self.party, self.moment, self.by, self.how) = (party, moment, by, how)
    }
}
