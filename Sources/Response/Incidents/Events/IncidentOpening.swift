/// How an incident began: by hand, or from a finding.
public struct IncidentOpening: Hashable, Sendable {
    /// The incident.
    public let incident: IncidentID
    /// Who runs it: a practice alone, or the vendor for many.
    public let owner: IncidentParty
    /// What it is about, in a line.
    public let title: String
    /// The finding that it began with; nil when opened by hand.
    public let finding: Finding?

    /// What a rule of the watchtower reported, as far as an incident refers to it.
    public struct Finding: Hashable, Sendable {
        /// The finding's id.
        public let id: String
        /// The rule that found it.
        public let rule: String
        /// Whose account it is about, as the log names it; nil when it names none.
        public let holder: String?
        /// The session it is about; nil when the log names none.
        public let session: String?

        /// Joins the parts.
        public init(id: String, rule: String, holder: String? = nil, session: String? = nil) {
            (self.id, self.rule, self.holder, self.session) = (id, rule, holder, session)
        }
    }

    /// Joins the parts.
    public init(incident: IncidentID, owner: IncidentParty, title: String, finding: Finding? = nil) {
        (self.incident, self.owner, self.title, self.finding) = (incident, owner, title, finding)
    }
}
