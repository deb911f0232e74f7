/// What is made of the access log.
enum AuditKind: String, Sendable, Hashable {
    case auditEvent = "AuditEvent"
    case provenance = "Provenance"

    /// The parameter that bounds a search (R4, AuditEvent `date`, Provenance `recorded`).
    var dateName: String { self == .auditEvent ? "date" : "recorded" }
}
