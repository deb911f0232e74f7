/// Why article 34 leads to a piece of advice. The raw value is what documents say.
public enum Article34Reason: String, Hashable, Sendable, CaseIterable {
    /// The severity is high or very high.
    case highRisk = "high-risk"
    /// The severity is low or medium.
    case riskNotHigh = "risk-not-high"
    /// Nobody is concerned by this tier.
    case nobody = "nobody-concerned"
    /// How many are concerned is not known: not zero.
    case peopleUnknown = "people-unknown"
    /// An exemption is claimed with evidence.
    case exemptionWithEvidence = "exemption-with-evidence"
}
