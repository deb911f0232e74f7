/// What pgAudit logs of a statement (pgAudit 1.7, README, "Format"): `AUDIT: SESSION,1,1,READ,SELECT,,,"select
/// …",<none>,20`.
struct AuditMessage {
    /// `SESSION` or `OBJECT`, ids of statement and substatement, `READ`, `SELECT`, `TABLE`, `public.patient`, the
    /// statement, its parameters, and the rows where `log_rows` is on.
    let fields: [String]

    private static let names = [
        "audit_type", "statement_id", "substatement_id", "class", "command", "object_type", "object_name", "statement",
        "parameter", "rows",
    ]
    private static let prefix = Array("AUDIT: ".utf8)

    /// Decodes a message; nil for one that is not pgAudit's.
    init?(_ message: String) {
        guard message.utf8.starts(with: AuditMessage.prefix) else { return nil }
        guard let record = CSVRecord(Array(message.utf8), from: AuditMessage.prefix.count, limit: 10) else {
            return nil
        }
        fields = record.fields.indices.map { record.text($0) ?? "" }
        guard fields.count >= 9, fields[0] == "SESSION" || fields[0] == "OBJECT" else { return nil }
    }

    var auditClass: String { fields[3] }
    var command: String { fields[4] }
    var objectName: String { fields[6] }

    /// The statement's text; nil where it was logged before.
    var statement: String? { fields[7].hasPrefix("<") ? nil : fields[7] }

    /// The statement's parameters; empty where there are none or they are not logged.
    var parameters: [String] { AuditMessage.parameters(fields[8]) }

    /// The rows that were answered or changed.
    var rows: String? { fields.count > 9 ? fields[9] : nil }

    static func parameters(_ text: String) -> [String] {
        guard !text.isEmpty, !text.hasPrefix("<"), let record = CSVRecord(Array(text.utf8), limit: 4_096) else {
            return []
        }
        return record.fields.indices.map { record.text($0) ?? "" }
    }

    /// Adds the fields, as `pgaudit.class` and so on; empty ones are left out.
    func write(to event: inout Event) {
        for (name, value) in zip(AuditMessage.names, fields) where !value.isEmpty {
            event.add("pgaudit.\(name)", value, kind: name == "rows" || name.hasSuffix("_id") ? .number : .text)
        }
    }
}
