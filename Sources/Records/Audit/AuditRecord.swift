import BrokerAPI
import Vocabulary

/// Something that was done with a patient's record, as one of the two logs has it.
public enum AuditRecord: Sendable {
    /// A line of the gateway's access log: what was shown and written.
    case access(AccessRecord)
    /// An entry of the ledger: which keys left the broker, and what was declared to it.
    case ledger(HistoryItem)

    /// What it is called among a patient's records.
    public func name(of patient: PatientID) -> AuditName {
        switch self {
        case .access(let record): AuditName(patient, .access(record.number))
        case .ledger(let item): AuditName(patient, .ledger(item.number, item.time))
        }
    }
}
