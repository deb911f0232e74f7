/// Some of what the logs say of a patient.
public struct AccessPage: Sendable {
    /// Lines of the access log, in its order, then entries of the ledger, in its order; perhaps none though more follow.
    public let records: [AuditRecord]
    /// What gets the next page, in the same session and of the same query only; nil when this is the last.
    public let next: String?
}
