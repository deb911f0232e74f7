/// Which role may do what, tier by tier (docs/access.md prints it).
///
/// To write is to deposit: it needs no right to see. Of what support may see, a grant opens some.
public enum Access {
    /// Tiers that the role may see.
    public static func readable(_ role: Role) -> Tiers {
        switch role {
        case .physician, .onCall: .all
        case .nurse, .pharmacist, .partner, .support: [.identity, .contact, .medical]
        case .secretary, .remoteSecretariat: [.identity, .contact]
        case .booking: .identity
        case .laboratory: []
        }
    }

    /// Tiers that the role may write.
    public static func writable(_ role: Role) -> Tiers {
        switch role {
        case .physician, .onCall, .nurse, .pharmacist, .laboratory, .partner: .all
        case .secretary, .remoteSecretariat, .booking: [.identity, .contact, .restricted]
        case .support: []
        }
    }

    /// Tiers in which the role may do something that has tiers.
    public static func tiers(_ role: Role, _ operation: Operation) -> Tiers {
        switch operation {
        case .open, .own: readable(role)
        case .find: readable(role).intersection(.identity)
        case .deposit: writable(role)
        case .emergency: may(role, .emergency) ? readable(role) : []
        case .history, .book, .administer: []
        }
    }

    /// Whether the role may do something at all.
    public static func may(_ role: Role, _ operation: Operation) -> Bool {
        switch operation {
        case .open, .find, .own, .deposit: !tiers(role, operation).isEmpty
        case .emergency: role.isMembership && role != .support
        case .history: readable(role).contains(.medical)
        case .book: role.isMembership && role != .support || role == .booking
        case .administer: role == .physician
        }
    }

    /// Whether the role administers a practice in which no physician is: a pharmacy, a nurses' practice.
    public static func mayStandIn(_ role: Role) -> Bool { role == .nurse || role == .pharmacist }
}
