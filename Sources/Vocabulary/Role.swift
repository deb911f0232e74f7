/// What a member or client does in a practice. Limits and tiers follow from it.
public enum Role: String, CaseIterable, Sendable, Codable {
    /// A physician.
    case physician
    /// A nurse.
    case nurse
    /// A pharmacist.
    case pharmacist
    /// A secretary in the practice.
    case secretary
    /// A secretariat outside, serving many practices.
    case remoteSecretariat = "remote-secretariat"
    /// An on-call centre.
    case onCall = "on-call"
    /// A laboratory: deposits results.
    case laboratory
    /// A booking platform: deposits appointments.
    case booking
    /// A partner program.
    case partner
    /// The vendor's support.
    case support

    /// Whether a person holds it (a membership) rather than a program (a client).
    public var isMembership: Bool {
        switch self {
        case .physician, .nurse, .pharmacist, .secretary, .remoteSecretariat, .onCall, .support: true
        case .laboratory, .booking, .partner: false
        }
    }

    /// Whether it is a health professional's, whose openings keep a patient from being dormant.
    public var isProfessional: Bool {
        switch self {
        case .physician, .nurse, .pharmacist, .onCall: true
        default: false
        }
    }
}
