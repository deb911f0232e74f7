import Synthetic
import Vocabulary

extension HonestVia {
    /// Whether somebody waits: all that clinicians look for, but their lists of results and letters; of a desk's work only who stands there.
    func isInFront(of role: Role) -> Bool {
        switch self {
        case .agenda, .walkIn, .emergency: true
        case .search: role.isProfessional
        case .list: role == .nurse || role == .pharmacist
        }
    }

    /// Why the names are asked for.
    var purpose: Purpose {
        switch self {
        case .search: .search
        case .agenda: .agenda
        case .list, .walkIn, .emergency: .read
        }
    }
}
