import Vocabulary

/// Why a claim about article 34 was refused.
public struct Article34Error: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Code: String, Hashable, Sendable {
        /// An exemption needs evidence.
        case noEvidence = "no-evidence"
        /// Evidence needs an id of visible characters.
        case badEvidenceID = "bad-evidence-id"
        /// Evidence needs words that say what it shows.
        case noEvidenceText = "no-evidence-text"
        /// Keys of the tier were released: what they open was intelligible.
        case keyReleased = "key-released"
        /// Nothing shows that no key of the tier was released.
        case keyMayBeReleased = "key-may-be-released"
        /// More claims than anybody reads.
        case tooManyClaims = "too-many-claims"
        /// Severity and scope are of different practices.
        case otherPractice = "other-practice"
    }

    /// What is wrong.
    public let code: Code
    /// The exemption, where it is about one.
    public let exemption: Article34Exemption?
    /// The tier, where it is about one.
    public let tier: Tier?

    /// Names the fault and its place.
    public init(_ code: Code, _ exemption: Article34Exemption? = nil, tier: Tier? = nil) {
        (self.code, self.exemption, self.tier) = (code, exemption, tier)
    }
}

extension Article34Error: CustomStringConvertible {
    /// One sentence, without any text of the person's.
    public var description: String {
        let place = [exemption?.rawValue, tier?.word].compactMap { $0 }.joined(separator: " ")
        return place.isEmpty ? "\(code.rawValue): \(sentence)" : "\(code.rawValue): \(place): \(sentence)"
    }

    private var sentence: String {
        switch code {
        case .noEvidence: "an exemption needs evidence: the id of a ledger entry or document, and what it shows"
        case .badEvidenceID: "an evidence id has 1 to \(EvidenceReference.idBytes) visible ASCII characters"
        case .noEvidenceText: "say in words what the evidence shows"
        case .keyReleased: "keys of this tier were released, so the data was intelligible"
        case .keyMayBeReleased: "the evidence does not exclude that keys of this tier were released"
        case .tooManyClaims: "at most \(Article34Support.maximumClaims) claims"
        case .otherPractice: "severity and scope are of different practices"
        }
    }
}
