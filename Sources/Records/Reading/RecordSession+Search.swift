import BrokerAPI
import FHIR
import Store
import Vocabulary

extension RecordSession {
    /// The patients that match: identity only, ten at most, and of these only what the broker opens.
    ///
    /// Throws `keepTyping` beyond ten, without any key having been asked for.
    public func search(_ query: SearchQuery) async throws(RecordError) -> SearchResult {
        try await logged(AccessEvent(operation: .search)) { () throws(RecordError) in
            try requirePracticeWide(.search, "Patient")
            let found = try await matches(query.terms, .search, limit: RecordLimits.maximumMatches)
            let keys = found.released.map(ResourceKey.init(patient:))
            let versions = try await current(keys)
            let opener = Opener(practice: practice, keys: found.keys)
            var opened: [OpenedRecord] = []
            for version in versions.compactMap(\.self) where !version.manifest.deleted {
                if let record = try opener.open(version) {
                    if record.record.resource.map(query.matches) ?? false { opened.append(record) }
                } else {
                    opened.append(opener.stub(version))
                }
            }
            return (result: SearchResult(records: opened.map(\.record), refused: found.refused), opened: opened)
        } shown: { event, found in
            for opened in found.opened { event.add(opened) }
        }.result
    }

    /// A professional's appointments of a day, `YYYY-MM-DD`, each with its patient's identity.
    ///
    /// Throws `invalid` for a text that is no day.
    public func agenda(professional: MemberID, day: String) async throws(RecordError) -> Agenda {
        try await logged(AccessEvent(operation: .agenda)) { () throws(RecordError) in
            try requirePracticeWide(.search, "Appointment", "Patient")
            let term = SearchTerm(.booking, "\(professional)|\(day)")
            guard term.folded != nil else { throw .invalid([RecordIssue("not-a-day", "day")]) }
            let found = try await matches([term], .agenda, limit: MatchesRequest.maximumCandidates - 1)
            let shown = Set(found.released)
            let bookings = found.matches.map(\.key).filter { $0.patient.map(shown.contains) ?? false }
            let slots = try await self.slots(bookings, found.keys)
            return (agenda: Agenda(slots: slots.map(\.slot), refused: found.refused), opened: slots.flatMap(\.opened))
        } shown: { event, found in
            for opened in found.opened { event.add(opened) }
        }.agenda
    }

    private typealias OpenedSlot = (slot: Agenda.Slot, opened: [OpenedRecord])

    private func slots(_ bookings: [ResourceKey], _ keys: HeldKeys) async throws(RecordError) -> [OpenedSlot] {
        let patients = bookings.compactMap(\.patient).map(ResourceKey.init(patient:))
        let versions = try await current(bookings + patients)
        let opener = Opener(practice: practice, keys: keys)
        var slots: [OpenedSlot] = []
        for (appointment, patient) in zip(versions.prefix(bookings.count), versions.dropFirst(bookings.count)) {
            guard let appointment, let patient, !appointment.manifest.deleted, !patient.manifest.deleted else {
                continue
            }
            let first = try opener.open(appointment) ?? opener.stub(appointment)
            let second = try opener.open(patient) ?? opener.stub(patient)
            slots.append((Agenda.Slot(appointment: first.record, patient: second.record), [first, second]))
        }
        return slots.sorted { RecordSession.start($0.slot) < RecordSession.start($1.slot) }
    }

    private static func start(_ slot: Agenda.Slot) -> Timestamp {
        let text = slot.appointment.resource?["start"]?.string
        return text.flatMap { Timestamp(fhir: $0) } ?? Timestamp(milliseconds: .max)
    }

    /// Current versions, with their identity parts only: the others are not opened by a search.
    func current(_ keys: [ResourceKey]) async throws(RecordError) -> [StoredVersion?] {
        try await RecordError.mapping {
            try await service.store.current(keys, tiers: info.readable.intersection(.identity), in: practice)
        }
    }
}
