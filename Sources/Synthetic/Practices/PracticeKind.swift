import Vocabulary

/// The kinds of structure that Synthetic draws.
public enum PracticeKind: String, CaseIterable, Sendable {
    /// One general practitioner, alone.
    case solo
    /// Several general practitioners with a secretary and a nurse.
    case group
    /// A pharmacy with several pharmacists.
    case pharmacy
    /// A private clinic's outpatient department.
    case clinic
    /// A medical laboratory: writes results.
    case laboratory
    /// A secretariat that answers the phone for many practices.
    case remoteSecretariat = "remote-secretariat"
    /// A centre that answers at night and on Sundays.
    case onCallCentre = "on-call-centre"

    /// Professionals where no number is asked for.
    var usualSize: Int {
        switch self {
        case .solo: 1
        case .group: 6
        case .pharmacy: 3
        case .clinic: 14
        case .laboratory: 4
        case .remoteSecretariat: 8
        case .onCallCentre: 10
        }
    }

    /// The role of the n-th professional of `size`.
    func role(_ index: Int, of size: Int) -> Role {
        switch self {
        case .solo: .physician
        case .group: size < 3 || index < size - 2 ? .physician : index == size - 1 ? .secretary : .nurse
        case .pharmacy: .pharmacist
        case .clinic: [Role.physician, .physician, .nurse, .secretary][index % 4]
        case .laboratory: .laboratory
        case .remoteSecretariat: .remoteSecretariat
        case .onCallCentre: .onCall
        }
    }

    /// Records kept where no number is asked for: see ``VisitPattern/yearly`` for the 3,000 of a general practitioner.
    func usualPatients(size: Int) -> Int {
        switch self {
        case .solo: 3_000 * size
        case .group: 3_000 * max(1, size < 3 ? size : size - 2)
        case .pharmacy: 8_000
        case .clinic: 4_000 * max(1, size / 2)
        case .laboratory: 20_000
        case .remoteSecretariat: 60_000
        case .onCallCentre: 40_000
        }
    }

    /// How such structures call themselves.
    func name(family: String, street: String, city: String) -> String {
        switch self {
        case .solo: "Cabinet du Dr \(family)"
        case .group: "Maison de santé \(city) \(street)"
        case .pharmacy: "Pharmacie \(family)"
        case .clinic: "Clinique \(street)"
        case .laboratory: "Laboratoire \(family) et associés"
        case .remoteSecretariat: "Télésecrétariat \(city)"
        case .onCallCentre: "Permanence de soins \(city)"
        }
    }
}
