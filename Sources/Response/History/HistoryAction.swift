import Vocabulary

/// What somebody did with a patient's record, as a patient would tell such things apart.
enum HistoryAction: Hashable, Sendable, Comparable {
    /// Declared an emergency.
    case declared
    /// Opened the record.
    case opened
    /// Saw the patient as the match of a search.
    case found
    /// Saw the patient in a day's appointments.
    case listed
    /// Was given an answer that depends on the patient, and shown nothing.
    case checked
    /// Wrote into the record.
    case wrote
    /// Made the record.
    case created
    /// Read who opened the record.
    case consulted
    /// Tried, and was refused.
    case refused

    /// Whether the patient's data could be seen.
    var isSeeing: Bool { self == .opened || self == .found || self == .listed }

    /// What an event is.
    init(_ event: AuditedEvent) {
        guard event.outcome == "ok" else {
            self = .refused
            return
        }
        switch event.operation {
        case "release": self = HistoryAction.released(event.purpose)
        case "emergency": self = .declared
        case "search": self = HistoryAction.searched(event.tiers)
        case "agenda": self = .listed
        case "create", "update", "delete", "transaction", "import", "deposit": self = .wrote
        case "patient": self = .created
        case "audit": self = .consulted
        default: self = event.tiers.isEmpty && event.source == .gateway ? .checked : .opened
        }
    }

    /// A search finds patients, of whom it shows the identity, or looks within one's record.
    private static func searched(_ tiers: Tiers) -> HistoryAction {
        if tiers.isEmpty { return .checked }
        return tiers == .identity ? .found : .opened
    }

    private static func released(_ purpose: Purpose?) -> HistoryAction {
        switch purpose {
        case .search: .found
        case .agenda: .listed
        case .condition: .checked
        case .read, .emergency, nil: .opened
        }
    }
}
