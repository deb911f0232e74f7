/// Why patients need not be told one by one although the risk is high (GDPR article 34(3)). The raw value names the
/// paragraph.
public enum Article34Exemption: String, Hashable, Sendable, CaseIterable {
    /// The data is unintelligible to whoever has it, and the key was not exposed.
    case unintelligible = "34(3)(a)"
    /// Later measures make the high risk no longer likely.
    case laterMeasures = "34(3)(b)"
    /// Telling each one would be a disproportionate effort: a public communication takes its place.
    case disproportionateEffort = "34(3)(c)"
}
