import Vocabulary

extension Incident {
    /// Adds what somebody says now. Never before the last event's time: a clock that lags is not believed.
    /// - Returns: The event, as it is to be kept.
    @discardableResult
    public mutating func add(
        _ content: IncidentEvent.Content, by author: IncidentAuthor, at moment: Timestamp
    ) throws(IncidentError) -> IncidentEvent {
        let last = events.last?.moment ?? moment
        let event = IncidentEvent(
            number: events.count + 1, moment: max(moment, last), author: author, previous: head, content: content)
        try append(event)
        return event
    }

    /// Adds an event of its stream, or refuses it and stays as it is.
    public mutating func append(_ event: IncidentEvent) throws(IncidentError) {
        let line = events.count + 1
        do throws(IncidentError) {
            let bytes = try Incident.checked(event)
            try follow(event, bytes)
            try allow(event)
            fold(event)
            events.append(event)
            (head, size) = (IncidentHash(of: bytes), size + bytes.count + 1)
        } catch {
            throw error.at(line: line)
        }
    }

    /// The event's line, when the strict reader takes it: what is written can be read again.
    static func checked(_ event: IncidentEvent) throws(IncidentError) -> [UInt8] {
        let line = event.line
        guard try IncidentEvent.read(line) == event else { throw IncidentError(.form) }
        return line
    }

    private func follow(_ event: IncidentEvent, _ line: [UInt8]) throws(IncidentError) {
        guard event.number == events.count + 1 else { throw IncidentError(.number, "n") }
        guard event.previous == head else { throw IncidentError(.chain, "prev") }
        if let last = events.last, event.moment < last.moment { throw IncidentError(.time, "t") }
        guard events.count < IncidentLimit.events, size + line.count < IncidentLimit.bytes else {
            throw IncidentError(.tooMany)
        }
    }

    /// Whether what an event says can follow what was said.
    private func allow(_ event: IncidentEvent) throws(IncidentError) {
        switch event.content {
        case .opened: throw IncidentError(.openedTwice)
        case .sent(let notification): try allow(notification, at: event.moment)
        case .decided(let decision):
            guard decision.moment <= event.moment else { throw IncidentError(.future, "at") }
        case _ where isClosed: throw IncidentError(.closed)
        case .aware(let awareness): try allow(awareness, at: event.moment)
        case .entry(let entry): try allow(entry, at: event.moment)
        case .task(let task):
            guard !tasks.contains(where: { $0.task.id == task.id }) else { throw IncidentError(.taskTwice, "task") }
        case .done(let id, _):
            guard let task = tasks.first(where: { $0.task.id == id }) else { throw IncidentError(.unknownTask, "task") }
            guard task.done == nil else { throw IncidentError(.taskDone, "task") }
        case .scope, .closed: break
        }
    }

    private func allow(_ awareness: IncidentAwareness, at moment: Timestamp) throws(IncidentError) {
        try allow(awareness.party.practice, "party")
        guard awareness.moment <= moment else { throw IncidentError(.future, "at") }
        if let known = aware(awareness.party), awareness.moment > known { throw IncidentError(.awarenessLater, "at") }
    }

    /// Another system's clock may run ahead; ours may not.
    private func allow(_ entry: IncidentEntry, at moment: Timestamp) throws(IncidentError) {
        guard entry.source.grades.contains(entry.grade) else { throw IncidentError(.grade, "grade") }
        guard entry.grade == .foreign || entry.moment <= moment else { throw IncidentError(.future, "at") }
    }

    private func allow(_ notification: IncidentNotification, at moment: Timestamp) throws(IncidentError) {
        try allow(notification.practice, "practice")
        guard notification.moment <= moment else { throw IncidentError(.future, "at") }
        let party = notification.duty == .practice ? .vendor : IncidentParty.practice(notification.practice)
        guard let known = aware(party) else { throw IncidentError(.unaware, "practice") }
        guard notification.moment >= known else { throw IncidentError(.beforeAwareness, "at") }
        guard notification.phase == .complementary else { return }
        let before = notifications(notification.duty, of: notification.practice)
        guard before.contains(where: { $0.value.phase == .initial && $0.value.moment <= notification.moment }) else {
            throw IncidentError(.noInitial, "phase")
        }
    }

    /// A practice's own incident is about no other practice.
    private func allow(_ practice: PracticeID?, _ member: String) throws(IncidentError) {
        guard let practice, let owner = opening.owner.practice else { return }
        guard practice == owner else { throw IncidentError(.foreignPractice, member) }
    }

    private mutating func fold(_ event: IncidentEvent) {
        switch event.content {
        case .opened: break
        case .aware(let awareness): self.awareness[awareness.party, default: []].append(Stated(event, awareness))
        case .entry(let entry): entries.append(Stated(event, entry))
        case .task(let task): tasks.append(IncidentTaskState(task: task))
        case .done(let id, let note):
            if let place = tasks.firstIndex(where: { $0.task.id == id }) { tasks[place].done = Stated(event, note) }
        case .decided(let decision): decisions.append(Stated(event, decision))
        case .scope(let query): scope = Stated(event, query)
        case .sent(let notification):
            notifications.append(Stated(event, notification))
            sent[notification.practice, default: []].append(Stated(event, notification))
        case .closed(let closing): self.closing = Stated(event, closing)
        }
    }
}
