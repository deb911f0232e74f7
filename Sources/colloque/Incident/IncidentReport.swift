import JSONTree
import Response
import Vocabulary

/// What `incident show` prints of an incident at a moment.
struct IncidentReport {
    let incident: Incident
    let now: Timestamp

    /// Lines for people.
    var text: String {
        var lines = ["\(incident.opening.title.legible)  (\(incident.id))", state]
        lines += section("clocks", incident.clocks(at: now).map(clock))
        lines += section("contradictions", incident.contradictions.map(contradiction))
        lines += section("timeline", incident.timeline.map(entry))
        lines += section("tasks", IncidentPhase.allCases.flatMap(tasks))
        lines += section("decisions", incident.decisions.map(decision))
        lines += section("notifications", incident.notifications.map(notification))
        lines.append("\(incident.events.count) events, head \(incident.head)")
        return lines.joined(separator: "\n")
    }

    /// The most urgent clock, in a line; nil when nobody is aware.
    var urgent: String? { incident.clocks(at: now).first.map(clock) }

    var state: String {
        let opened = "owner \(incident.opening.owner), opened \(incident.opened.instant) by \(incident.author)"
        guard let closing = incident.closing else { return opened }
        let epochs = closing.value.advancesEpochs ? "; the epochs of opened patients are to advance" : ""
        return "\(opened), closed \(closing.moment.instant): \(closing.value.reason.legible)\(epochs)"
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : [title + ":"] + lines.map { "  " + $0 }
    }

    private func clock(_ clock: IncidentClock) -> String {
        let since = "\(clock.party): \(clock.state.rawValue), aware \(clock.started.instant)"
        guard let deadline = clock.deadline else { return "\(since), \(clock.told) practices told (33(2))" }
        let rest = clock.remaining.map { ", " + IncidentReport.span($0) + ($0 < 0 ? " late" : " left") } ?? ""
        let phase = clock.phase.map { ", \($0.rawValue) sent" } ?? ""
        let reason = clock.needsReason ? ", a reason for the delay is owed (33(1))" : ""
        return "\(since), deadline \(deadline.instant)\(rest)\(phase)\(reason)"
    }

    /// Hours and minutes, rounded down.
    private static func span(_ milliseconds: Int64) -> String {
        let minutes = milliseconds.magnitude / 60_000
        return "\(minutes / 60) h \(minutes % 60) min"
    }

    private func contradiction(_ contradiction: IncidentContradiction) -> String {
        let statements = zip(contradiction.events, contradiction.values).map { "\($0) says \($1.legible)" }
        return "\(contradiction.subject.words): \(statements.joined(separator: "; "))"
    }

    private func entry(_ entry: Stated<IncidentEntry>) -> String {
        let fact = entry.value.fact.map { " [\($0.name) = \($0.value.legible)]" } ?? ""
        let value = entry.value
        return "\(value.moment.instant) \(value.grade.rawValue) (\(value.source.word)) \(value.text.legible)\(fact)"
    }

    private func tasks(_ phase: IncidentPhase) -> [String] {
        incident.tasks.filter { $0.task.phase == phase }.map { state in
            let article = state.task.article.map { " (\($0.legible))" } ?? ""
            let note = state.done?.value.map { ": " + $0.legible } ?? ""
            return "[\(state.done == nil ? " " : "x")] \(phase.rawValue) \(state.task.id): "
                + "\(state.task.title.legible)\(article)\(note)"
        }
    }

    private func decision(_ decision: Stated<IncidentDecision>) -> String {
        let value = decision.value
        return "\(value.moment.instant) \(decision.author): \(value.what.legible), because \(value.reason.legible)"
    }

    private func notification(_ sent: Stated<IncidentNotification>) -> String {
        let value = sent.value
        let late = value.lateReason.map { ", late because " + $0.legible } ?? ""
        return "\(value.moment.instant) \(value.duty.rawValue) \(value.practice) \(value.phase.rawValue): "
            + "\(value.reference.legible)\(late)"
    }
}

extension Incident {
    /// Who opened it.
    var author: String { events.first?.author.description ?? "" }
}

extension IncidentContradiction.Subject {
    /// What it is about, in words.
    var words: String {
        switch self {
        case .awareness(let party): "awareness of \(party)"
        case .initial(let duty, let practice): "initial notification \(duty.rawValue) of \(practice)"
        case .fact(let name): "fact \(name)"
        }
    }
}
