/// Who holds limits and opens patients: a membership or a client.
public enum Holder: Hashable, Sendable, Codable {
    /// A membership.
    case member(MemberID)
    /// A client.
    case client(ClientID)

    /// The id's text, without its kind.
    public var idText: String {
        switch self {
        case .member(let id): id.description
        case .client(let id): id.description
        }
    }
}

/// How strongly a session was begun.
public enum SessionClass: String, Sendable, Codable {
    /// A member's phishing-resistant key.
    case passkey
    /// Password and one-time code.
    case password
    /// A token that a bearer may use without proofs.
    case bearer
    /// A client's key.
    case client
}

/// Why keys were asked for.
public enum Purpose: String, Sendable, Codable {
    /// A record that was opened on purpose.
    case read
    /// A patient shown as the match of a search.
    case search
    /// A patient shown in a day's agenda.
    case agenda
    /// An answer that depends on the patient, without its key being used (a count, a condition, a 412).
    case condition
    /// A record opened in an emergency.
    case emergency
}

/// What a freeze or a thaw applies to.
public enum FreezeScope: String, Sendable, Codable {
    /// One membership.
    case member
    /// One client.
    case client
    /// A practice.
    case practice
    /// All of the installation.
    case installation
}

/// Why the broker refused a key. The raw value is what ledger, answers and metrics say.
public enum RefusalReason: String, Sendable, Codable, CaseIterable {
    /// The role may not see this tier.
    case role
    /// No such patient in this practice.
    case unknown
    /// A freeze by a person.
    case frozen
    /// An automatic freeze leaves only the care floor.
    case careOnly = "care-only"
    /// The membership's or client's own limit.
    case limit
    /// The limit on dormant patients.
    case dormantLimit = "dormant-limit"
    /// The practice's limit.
    case practiceLimit = "practice-limit"
    /// The partner's limit.
    case partnerLimit = "partner-limit"
    /// The installation's tripwire.
    case tripwire
    /// No witness stands behind ledger and time yet.
    case unconfirmed
    /// Ten emergency openings a day were used.
    case emergencyLimit = "emergency-limit"
    /// More than 10 patients match a search.
    case tooMany = "too-many"
    /// An index row that this broker did not write.
    case forgedRow = "forged-row"
    /// The session may only deposit.
    case depositOnly = "deposit-only"
    /// The request proof does not name this patient, tier or search.
    case unnamed
}
