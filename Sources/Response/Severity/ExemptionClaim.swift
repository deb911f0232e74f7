import Vocabulary

/// An exemption that somebody claims for one tier, with the evidence for it.
public struct ExemptionClaim: Hashable, Sendable {
    /// The exemption.
    public let exemption: Article34Exemption
    /// The tier.
    public let tier: Tier
    /// The evidence; a claim without any is refused.
    public let evidence: [EvidenceReference]

    /// States a claim.
    public init(_ exemption: Article34Exemption, for tier: Tier, evidence: [EvidenceReference]) {
        (self.exemption, self.tier, self.evidence) = (exemption, tier, evidence)
    }
}
