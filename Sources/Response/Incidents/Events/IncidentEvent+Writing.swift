import JSONTree
import Vocabulary

extension IncidentEvent {
    static let version: Int64 = 1

    /// The event as one JSON object, without a line's end.
    ///
    /// Members, in this order: `v` (1), `n`, `t` (milliseconds since 1970), `author`, `prev`, `kind`, then those of the kind.
    /// What is nil is left out.
    public var line: [UInt8] {
        var out = EventWriter()
        out.add("v", IncidentEvent.version)
        out.add("n", Int64(number))
        out.add("t", moment)
        out.add("author", author.description)
        out.add("prev", previous.description)
        content.write(into: &out)
        return out.value.bytes
    }
}

extension IncidentEvent.Content {
    func write(into out: inout EventWriter) {
        out.add("kind", word)
        switch self {
        case .opened(let opening): write(opening, into: &out)
        case .aware(let awareness):
            out.add("party", awareness.party.description)
            out.add("at", awareness.moment)
            out.add("by", awareness.by.description)
            out.add("how", awareness.how)
        case .entry(let entry): write(entry, into: &out)
        case .task(let task):
            out.add("task", task.id)
            out.add("phase", task.phase.rawValue)
            out.add("title", task.title)
            out.add("article", task.article)
        case .done(let task, let note):
            out.add("task", task)
            out.add("note", note)
        case .decided(let decision):
            out.add("what", decision.what)
            out.add("reason", decision.reason)
            out.add("at", decision.moment)
        case .scope(let query): out.add("query", query)
        case .sent(let notification): write(notification, into: &out)
        case .closed(let closing):
            out.add("reason", closing.reason)
            out.add("epochs", closing.advancesEpochs)
        }
    }

    /// The kind's word.
    public var word: String {
        switch self {
        case .opened: "opened"
        case .aware: "aware"
        case .entry: "entry"
        case .task: "task"
        case .done: "done"
        case .decided: "decided"
        case .scope: "scope"
        case .sent: "sent"
        case .closed: "closed"
        }
    }

    private func write(_ opening: IncidentOpening, into out: inout EventWriter) {
        out.add("incident", opening.incident.description)
        out.add("owner", opening.owner.description)
        out.add("title", opening.title)
        guard let finding = opening.finding else { return }
        out.add("finding", finding.id)
        out.add("rule", finding.rule)
        out.add("holder", finding.holder)
        out.add("session", finding.session)
    }

    private func write(_ entry: IncidentEntry, into out: inout EventWriter) {
        out.add("at", entry.moment)
        out.add("text", entry.text)
        out.add("source", entry.source.word)
        out.add("grade", entry.grade.rawValue)
        out.add("fact", entry.fact?.name)
        out.add("value", entry.fact?.value)
    }

    private func write(_ notification: IncidentNotification, into out: inout EventWriter) {
        out.add("duty", notification.duty.rawValue)
        out.add("practice", notification.practice.description)
        out.add("phase", notification.phase.rawValue)
        out.add("at", notification.moment)
        out.add("reference", notification.reference)
        out.add("late", notification.lateReason)
    }
}
