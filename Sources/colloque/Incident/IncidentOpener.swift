import Vocabulary

/// Who opens a practice's incidents: whoever administers it (docs/access.md). The gateway would let others write such a resource too;
/// this keeps an incident out of the tiers that clients and support may see.
enum IncidentOpener {
    /// A physician: the incident is labelled restricted.
    case physician
    /// Whoever stands in where no physician is, and may not see that tier.
    case standIn

    init?(_ role: Role, hasPhysician: Bool) {
        if Access.may(role, .administer) {
            self = .physician
        } else if Access.mayStandIn(role), !hasPhysician {
            self = .standIn
        } else {
            return nil
        }
    }
}
