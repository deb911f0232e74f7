import JSONTree
import Response
import Vocabulary

extension IncidentReport {
    /// The report for programs; moments as FHIR instants.
    var json: JSONValue {
        let opening = incident.opening
        var out = members([
            ("incident", .string(incident.id.description)), ("owner", .string(opening.owner.description)),
            ("title", .string(opening.title)), ("opened", moment(incident.opened)),
        ])
        if let finding = opening.finding { out["finding"] = value(finding) }
        out["closed"] = incident.closing.map { closing in
            [
                "at": moment(closing.moment), "by": .string(closing.author.description),
                "reason": .string(closing.value.reason), "epochs": .bool(closing.value.advancesEpochs),
            ]
        }
        out["clocks"] = .array(incident.clocks(at: now).map(value))
        out["contradictions"] = .array(incident.contradictions.map(value))
        out["timeline"] = .array(incident.timeline.map(value))
        out["tasks"] = .array(incident.tasks.map(value))
        out["decisions"] = .array(incident.decisions.map(value))
        out["notifications"] = .array(incident.notifications.map(value))
        out["scope"] = incident.scope.map { .string($0.value) }
        out["events"] = whole(Int64(incident.events.count))
        out["head"] = .string(incident.head.description)
        return .object(out)
    }

    private func moment(_ moment: Timestamp) -> JSONValue { .string(moment.instant) }

    private func whole(_ number: Int64) -> JSONValue { .number(JSONNumber(number)) }

    /// An object of what is not nil.
    private func members(_ pairs: [(String, JSONValue?)]) -> JSONObject {
        JSONObject(pairs.compactMap { key, value in value.map { JSONObject.Member(key: key, value: $0) } })
    }

    private func value(_ finding: IncidentOpening.Finding) -> JSONValue {
        .object(
            members([
                ("id", .string(finding.id)), ("rule", .string(finding.rule)),
                ("holder", finding.holder.map(JSONValue.string)), ("session", finding.session.map(JSONValue.string)),
            ]))
    }

    private func value(_ clock: IncidentClock) -> JSONValue {
        .object(
            members([
                ("party", .string(clock.party.description)), ("state", .string(clock.state.rawValue)),
                ("started", moment(clock.started)), ("deadline", clock.deadline.map(moment)),
                ("remaining_s", clock.remaining.map { whole($0 / 1_000) }),
                ("phase", clock.phase.map { .string($0.rawValue) }), ("notified", clock.notified.map(moment)),
                ("needs_reason", .bool(clock.needsReason)),
                ("told", clock.party == .vendor ? whole(Int64(clock.told)) : nil),
            ]))
    }

    private func value(_ contradiction: IncidentContradiction) -> JSONValue {
        let statements = zip(contradiction.events, contradiction.values).map { event, text -> JSONValue in
            ["event": whole(Int64(event)), "says": .string(text)]
        }
        return ["about": .string(contradiction.subject.words), "statements": .array(statements)]
    }

    private func value(_ entry: Stated<IncidentEntry>) -> JSONValue {
        .object(
            members([
                ("event", whole(Int64(entry.number))), ("at", moment(entry.value.moment)),
                ("text", .string(entry.value.text)), ("source", .string(entry.value.source.word)),
                ("grade", .string(entry.value.grade.rawValue)), ("by", .string(entry.author.description)),
                ("fact", entry.value.fact.map { .string($0.name) }),
                ("value", entry.value.fact.map { .string($0.value) }),
            ]))
    }

    private func value(_ state: IncidentTaskState) -> JSONValue {
        .object(
            members([
                ("task", .string(state.task.id)), ("phase", .string(state.task.phase.rawValue)),
                ("title", .string(state.task.title)), ("article", state.task.article.map(JSONValue.string)),
                ("done", state.done.map { moment($0.moment) }), ("note", state.done?.value.map(JSONValue.string)),
            ]))
    }

    private func value(_ decision: Stated<IncidentDecision>) -> JSONValue {
        [
            "event": whole(Int64(decision.number)), "at": moment(decision.value.moment),
            "by": .string(decision.author.description), "what": .string(decision.value.what),
            "reason": .string(decision.value.reason),
        ]
    }

    private func value(_ sent: Stated<IncidentNotification>) -> JSONValue {
        .object(
            members([
                ("event", whole(Int64(sent.number))), ("at", moment(sent.value.moment)),
                ("duty", .string(sent.value.duty.rawValue)), ("practice", .string(sent.value.practice.description)),
                ("phase", .string(sent.value.phase.rawValue)), ("reference", .string(sent.value.reference)),
                ("late", sent.value.lateReason.map(JSONValue.string)),
            ]))
    }
}
