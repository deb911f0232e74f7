/// What happened to the data: CB of ENISA's severity (2013), each part with its reason.
public struct Circumstances: Hashable, Sendable {
    /// Who could have seen it.
    public let confidentiality: Factor<LossDegree>
    /// Whether it was altered.
    public let integrity: Factor<LossDegree>
    /// Whether it was out of reach.
    public let availability: Factor<LossDegree>
    /// Whether somebody meant it; adds 0.5.
    public let malicious: Factor<Bool>

    /// Joins the four; what is left out is the usual case of data read and nothing else.
    public init(
        confidentiality: Factor<LossDegree> = Factor(.full, .unknownRecipients),
        integrity: Factor<LossDegree> = Factor(.none, .unaltered),
        availability: Factor<LossDegree> = Factor(.none, .available),
        malicious: Factor<Bool> = Factor(true, .intentUnknown)
    ) {
        (self.confidentiality, self.integrity) = (confidentiality, integrity)
        (self.availability, self.malicious) = (availability, malicious)
    }

    /// CB in quarters: 0 to 8.
    public var quarters: Int {
        confidentiality.value.rawValue + integrity.value.rawValue + availability.value.rawValue
            + (malicious.value ? 2 : 0)
    }
}
