/// What article 34 asks for; a person decides.
public enum Article34Advice: Hashable, Sendable {
    /// Nothing: the risk is not high, or nobody is concerned.
    case notRequired
    /// Nothing, by an exemption, on this evidence.
    case exempt(Article34Exemption, evidence: [EvidenceReference])
    /// A public communication as effective as letters, on this evidence (34(3)(c)).
    case publicCommunication(evidence: [EvidenceReference])
    /// Tell each patient, without undue delay.
    case communicate

    /// The word of documents.
    public var word: String {
        switch self {
        case .notRequired: "not-required"
        case .exempt: "exempt"
        case .publicCommunication: "public-communication"
        case .communicate: "communicate"
        }
    }

    /// How much it asks for, so that a practice follows its most demanding tier.
    var demand: Int {
        switch self {
        case .notRequired: 0
        case .exempt: 1
        case .publicCommunication: 2
        case .communicate: 3
        }
    }
}
