/// Whether patients are told (GDPR Art. 34), and why.
public struct CommunicationFacts: Hashable, Sendable {
    /// One of the three exemptions of Art. 34(3), with what shows that it holds.
    public struct Exemption: Hashable, Sendable {
        /// Which of the three.
        public enum Ground: String, Hashable, Sendable {
            /// The data are unintelligible and the key was not exposed.
            case unintelligible = "a"
            /// Later measures make a high risk unlikely.
            case laterMeasures = "b"
            /// Disproportionate effort: a public communication instead.
            case disproportionateEffort = "c"
        }

        /// The ground.
        public var ground: Ground
        /// What shows that it holds, and for which tiers.
        public var evidence: String

        /// An exemption.
        public init(ground: Ground, evidence: String) { (self.ground, self.evidence) = (ground, evidence) }
    }

    /// What was decided.
    public var state: CommunicationState
    /// Why.
    public var reasons: [String]
    /// The exemptions relied upon.
    public var exemptions: [Exemption]

    /// A decision.
    public init(state: CommunicationState, reasons: [String], exemptions: [Exemption] = []) {
        (self.state, self.reasons, self.exemptions) = (state, reasons, exemptions)
    }
}
