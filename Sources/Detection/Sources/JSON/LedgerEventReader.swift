import JSONTree
import Vocabulary

/// Reads entries of Colloque's ledger, one a line (docs/formats/entries.md). Each member is a field of its own name.
public struct LedgerEventReader: LogReader {
    /// Reads canonical entries, and refuses what is none.
    public init() {}

    /// Reads a line; see ``LogReader/read(_:into:)``.
    public mutating func read(_ line: [UInt8], into event: inout Event) -> ReadOutcome {
        guard !line.isEmpty else { return .nothing }
        guard line.count <= LedgerEntry.maximumLength, let entry = try? LedgerEntry(line) else {
            return .refused(.form)
        }
        guard let object = JSONFields.object(line), JSONFields.write(object, to: &event, of: "ledger") else {
            return .refused(.json)
        }
        guard let time = Timestamp(believed: entry.time.milliseconds) else { return .refused(.time) }
        event.time = time
        event.source = LogSource(category: "application", product: "colloque", service: "ledger")
        event.standard(Taxonomy.account, object.text(["member", "client", "person"]))
        event.standard(Taxonomy.patient, object.text("subject"))
        event.standard(Taxonomy.host, object.text("gateway"))
        event.standard(Taxonomy.route, entry.event.kind)
        event.standard(Taxonomy.rows, number: rows(entry.event))
        event.standard(action(entry.event), succeeded: succeeded(entry.event))
        if let destination = destination(entry.event) { event.standard(Taxonomy.destination, destination) }
        return .event
    }

    private func rows(_ event: LedgerEvent) -> String? {
        switch event {
        case .release: "1"
        case .export(let entry): String(entry.count)
        default: nil
        }
    }

    /// An export goes to a recipient's key.
    private func destination(_ event: LedgerEvent) -> String? {
        if case .export(let entry) = event { entry.recipient.hexadecimal } else { nil }
    }

    private func succeeded(_ event: LedgerEvent) -> Bool? {
        switch event {
        case .refusal: false
        case .release, .export, .deposit, .session, .erase: true
        case .alert(let alert): alert.name == .signIn ? false : nil
        default: nil
        }
    }

    private func action(_ event: LedgerEvent) -> Action {
        switch event {
        case .release, .emergency, .refusal: .read
        case .deposit, .stored, .patient: .write
        case .export: .export
        case .erase: .delete
        case .session(let entry): entry.active ? .login : .logout
        case .alert: .alert
        case .member, .client, .key, .policy, .practice, .freeze, .thaw, .grant, .request, .approval: .administer
        default: .other
        }
    }
}
