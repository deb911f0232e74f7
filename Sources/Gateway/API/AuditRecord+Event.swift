import BrokerAPI
import FHIR
import JSONTree
import Records
import Vocabulary

extension AuditRecord {
    /// As FHIR has it; nil for a Provenance of what wrote nothing, or of the ledger.
    func json(_ patient: PatientID, _ kind: AuditKind) -> JSONValue? {
        switch (self, kind) {
        case (.access(let record), .auditEvent): AuditEvents.auditEvent(event(record, patient))
        case (.access(let record), .provenance): AuditEvents.provenance(event(record, patient))
        case (.ledger(let item), .auditEvent): AuditEvents.auditEvent(event(item, patient))
        case (.ledger, .provenance): nil
        }
    }

    private func event(_ record: AccessRecord, _ patient: PatientID) -> AuditEvents.Event {
        AuditEvents.Event(
            id: name(of: patient).text, recorded: record.time.instant, operation: record.operation,
            agent: record.holder, session: record.session, patient: patient.description, resources: record.resources,
            tiers: record.tiers, outcome: record.outcome)
    }

    /// What was entered has happened: a refusal is entered for many patients at once and is nobody's event.
    private func event(_ item: HistoryItem, _ patient: PatientID) -> AuditEvents.Event {
        var event = AuditEvents.Event(
            id: name(of: patient).text, recorded: item.time.instant, operation: item.kind.rawValue,
            agent: item.holder?.idText ?? "", session: item.session?.description ?? "", patient: patient.description,
            resources: [], tiers: item.tiers.words, outcome: "ok")
        event.purpose = item.purpose?.rawValue
        event.entry = AuditEvents.Entry(number: item.number, details: AuditRecord.details(item))
        return event
    }

    private static func details(_ item: HistoryItem) -> [AuditEvents.Detail] {
        var details: [AuditEvents.Detail] = []
        func add(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { details.append(AuditEvents.Detail(name: name, value: value)) }
        }
        add("tiers", item.tiers.words)
        add("purpose", item.purpose?.rawValue)
        if item.kind == .release {
            add("opening", String(item.opening))
            add("dormant", String(item.dormant))
            add("expected", String(item.expected))
        }
        add("reason", item.reason)
        add("stored", item.stored.map { String($0) })
        return details
    }
}
