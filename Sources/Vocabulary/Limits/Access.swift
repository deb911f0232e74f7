/// Which role may see and write which tiers.
///
/// | role | sees | writes |
/// |---|---|---|
/// | physician, on-call | identity contact medical restricted | all |
/// | nurse, pharmacist | identity contact medical | all |
/// | secretary, remote secretariat | identity contact | all but medical |
/// | laboratory | – | all (deposits) |
/// | booking | identity | identity contact restricted |
/// | partner | identity contact medical | all |
/// | support | identity contact medical, of which a grant names some | – |
///
/// To write is to deposit: it needs no right to see.
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
}
