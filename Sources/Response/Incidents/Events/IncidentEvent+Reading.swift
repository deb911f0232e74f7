import JSONTree
import Vocabulary

extension IncidentEvent {
    private static let limits = JSONLimits(
        maximumBytes: IncidentLimit.line, maximumDepth: 1, maximumNodes: 32, maximumNumberLength: 20)

    /// Reads one line without its end. Strict: a member that is unknown, missing or of another kind, a value beyond
    /// ``IncidentLimit``, and any spelling other than ``line``'s are errors. It is not yet part of an incident: the fold decides that.
    public static func read(_ bytes: [UInt8]) throws(IncidentError) -> IncidentEvent {
        guard bytes.count <= IncidentLimit.line else { throw IncidentError(.tooLong) }
        let parsed: JSONValue
        do { parsed = try JSONValue(parsing: bytes, limits: limits) } catch { throw IncidentError(.notJSON) }
        guard let object = parsed.object else { throw IncidentError(.notJSON) }
        var from = EventReader(object)
        guard try from.whole("v") == version else { throw IncidentError(.version, "v") }
        guard let number = Int(exactly: try from.whole("n")), number > 0 else { throw IncidentError(.form, "n") }
        let event = IncidentEvent(
            number: number, moment: try from.moment("t"), author: try from.read("author") { IncidentAuthor($0) },
            previous: try from.read("prev") { IncidentHash($0) }, content: try Content(&from))
        try from.end()
        guard event.line == bytes else { throw IncidentError(.notCanonical) }
        return event
    }
}

extension IncidentEvent.Content {
    init(_ from: inout EventReader) throws(IncidentError) {
        switch try from.text("kind", IncidentLimit.name) {
        case "opened": self = .opened(try IncidentOpening(&from))
        case "aware":
            self = .aware(
                IncidentAwareness(
                    party: try from.read("party") { IncidentParty($0) }, moment: try from.moment("at"),
                    by: try from.read("by") { IncidentAuthor($0) }, how: try from.text("how", IncidentLimit.text)))
        case "entry": self = .entry(try IncidentEntry(&from))
        case "task":
            self = .task(
                IncidentTask(
                    id: try from.name("task"), phase: try from.read("phase") { IncidentPhase(rawValue: $0) },
                    title: try from.text("title", IncidentLimit.title),
                    article: try from.optionalText("article", IncidentLimit.title)))
        case "done":
            self = .done(task: try from.name("task"), note: try from.optionalText("note", IncidentLimit.text))
        case "decided":
            self = .decided(
                IncidentDecision(
                    what: try from.text("what", IncidentLimit.text),
                    reason: try from.text("reason", IncidentLimit.text), moment: try from.moment("at")))
        case "scope": self = .scope(query: try from.text("query", IncidentLimit.query))
        case "sent": self = .sent(try IncidentNotification(&from))
        case "closed":
            self = .closed(
                IncidentClosing(
                    reason: try from.text("reason", IncidentLimit.text), advancesEpochs: try from.flag("epochs")))
        default: throw IncidentError(.form, "kind")
        }
    }
}

extension IncidentOpening {
    fileprivate init(_ from: inout EventReader) throws(IncidentError) {
        incident = try from.read("incident") { IncidentID($0) }
        owner = try from.read("owner") { IncidentParty($0) }
        title = try from.text("title", IncidentLimit.title)
        guard let id = try from.optionalText("finding", IncidentLimit.title) else {
            finding = nil
            return
        }
        finding = Finding(
            id: id, rule: try from.text("rule", IncidentLimit.title),
            holder: try from.optionalText("holder", IncidentLimit.title),
            session: try from.optionalText("session", IncidentLimit.title))
    }
}

extension IncidentEntry {
    fileprivate init(_ from: inout EventReader) throws(IncidentError) {
        let (moment, text) = (try from.moment("at"), try from.text("text", IncidentLimit.text))
        let source = try from.read("source") { Source(word: $0) }
        if case .foreign(let name) = source, !EventReader.isName(name) { throw IncidentError(.form, "source") }
        let grade = try from.read("grade") { Grade(rawValue: $0) }
        let hasFact = from.object["fact"] != nil
        let fact = hasFact ? Fact(name: try from.name("fact"), value: try from.text("value", IncidentLimit.title)) : nil
        self.init(moment: moment, text: text, source: source, grade: grade, fact: fact)
    }
}

extension IncidentNotification {
    fileprivate init(_ from: inout EventReader) throws(IncidentError) {
        self.init(
            duty: try from.read("duty") { Duty(rawValue: $0) }, practice: try from.read("practice") { PracticeID($0) },
            phase: try from.read("phase") { Phase(rawValue: $0) }, moment: try from.moment("at"),
            reference: try from.text("reference", IncidentLimit.title),
            lateReason: try from.optionalText("late", IncidentLimit.text))
    }
}
