extension IncidentSummary {
    /// How an incident was found. The raw value is what documents say.
    public enum Discovery: String, Hashable, Sendable, CaseIterable {
        /// A rule or a limit.
        case alarm
        /// Somebody read the logs.
        case logReview = "log-review"
        /// An employee.
        case employee
        /// A practice or a patient.
        case customer
        /// A partner.
        case partner
        /// The attacker, by a publication or a demand.
        case attacker
        /// Police or justice.
        case lawEnforcement = "law-enforcement"
        /// A computer emergency response team.
        case responseTeam = "response-team"
        /// A researcher or a journalist.
        case researcher
        /// Not known.
        case unknown
    }
}
