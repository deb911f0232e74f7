extension IncidentSummary {
    /// Who did what.
    public struct Cause: Hashable, Sendable {
        /// Who acted.
        public enum Actor: String, Hashable, Sendable, CaseIterable {
            /// Somebody outside.
            case external
            /// Somebody of the victim.
            case `internal`
            /// Somebody of a partner of the victim.
            case partner
            /// Not known.
            case unknown
        }

        /// What was done.
        public enum Action: String, Hashable, Sendable, CaseIterable {
            /// Sessions or accounts taken over.
            case stolenCredentials = "stolen-credentials"
            /// Rights used for what they were not given for.
            case misuse
            /// The gateway taken over.
            case exploitedGateway = "exploited-gateway"
            /// A disk, a backup or a dump taken away.
            case stolenCopy = "stolen-copy"
            /// Nobody meant it.
            case error
            /// Not known.
            case unknown
        }

        /// Who.
        public let actor: Actor
        /// What.
        public let action: Action
        /// Whether somebody meant harm or gain; nil while not known.
        public let isMalicious: Bool?

        /// Joins them.
        public init(actor: Actor, action: Action, isMalicious: Bool?) {
            (self.actor, self.action, self.isMalicious) = (actor, action, isMalicious)
        }
    }
}
