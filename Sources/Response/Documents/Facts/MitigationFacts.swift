/// A mitigation, with the technique it answers (MITRE ATT&CK) and the countermeasure it is (MITRE D3FEND).
public struct MitigationFacts: Hashable, Sendable {
    /// A catalogue's entry.
    public struct Reference: Hashable, Sendable {
        /// Its id, as `T1078` or `D3-MFA`.
        public var id: String
        /// Its name.
        public var name: String

        /// A catalogue's entry.
        public init(id: String, name: String) { (self.id, self.name) = (id, name) }
    }

    /// What was done or is proposed.
    public var text: String
    /// The techniques of ATT&CK that it answers.
    public var attack: [Reference]
    /// What it is in D3FEND.
    public var defend: [Reference]

    /// A mitigation.
    public init(text: String, attack: [Reference], defend: [Reference]) {
        (self.text, self.attack, self.defend) = (text, attack, defend)
    }
}
