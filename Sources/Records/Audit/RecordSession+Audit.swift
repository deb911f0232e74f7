import BrokerAPI
import Store
import Vocabulary

extension RecordSession {
    /// Days that one question may cover.
    public static let maximumAuditDays = 366

    /// What was done with a patient's record between two moments (IHE ITI-81): the lines of this gateway's access log, and, of
    /// AuditEvents, the entries of the ledger behind them.
    ///
    /// For whoever may see the patient's care; it costs an identity opening, and is itself logged. Throws `invalid` for a period that
    /// is longer than ``maximumAuditDays`` or ends before it begins, `page`, and as ``list(patient:types:count:page:)``.
    ///
    /// - Parameter isWanted: which records; part of `query`, which a page belongs to.
    public func accesses(
        to patient: PatientID, as type: String = "AuditEvent", from start: Timestamp, through end: Timestamp,
        query: [String] = [], count: Int = 50,
        page: String? = nil, where isWanted: @Sendable (AuditRecord) -> Bool = { _ in true }
    ) async throws(RecordError) -> AccessPage {
        try await logged(AccessEvent(operation: .audit, patient: patient)) { () throws(RecordError) in
            guard info.readable.contains(.medical) else { throw .forbidden }
            try require(.search, type, of: patient)
            let (first, last) = (PracticeCalendar.day(of: start), PracticeCalendar.day(of: end))
            guard (0...RecordSession.maximumAuditDays).contains(last.days - first.days), start <= end else {
                throw .invalid([RecordIssue("period", "date")])
            }
            try await condition(on: patient)
            let count = min(max(count, 1), RecordLimits.maximumPage)
            let asked = PageQuery(
                "audit", [patient.description, String(start.milliseconds), String(end.milliseconds)] + query,
                count: count)
            let place = try page.map { text throws(RecordError) in
                guard let place = AuditPlace(try self.open(text, of: asked)) else { throw .page }
                return place
            }
            var search = AuditSearch(
                session: self, patient: patient, start: start, end: end, count: count,
                place: place ?? .access(AccessPlace(day: first), until: service.clock.now()))
            try search.readAccessLog(isWanted)
            if type == "AuditEvent" { try await search.readLedger(isWanted) }
            return AccessPage(
                records: search.records,
                next: try search.next.map { next throws(RecordError) in try seal(next.text, of: asked) })
        } shown: { event, page in
            event.count = page.records.count
        }
    }

    /// One record by its name: a line of the access log, or, of AuditEvents, an entry of the ledger.
    ///
    /// It is for whom ``accesses(to:as:from:through:query:count:page:where:)`` is for, costs as much, and is logged. Throws `notFound`
    /// when there is no such record or it is not about the patient that it names, and as that method.
    public func access(_ type: String, _ name: AuditName) async throws(RecordError) -> AuditRecord {
        try await logged(AccessEvent(operation: .audit, patient: name.patient)) { () throws(RecordError) in
            guard info.readable.contains(.medical) else { throw .forbidden }
            try require(.read, type, of: name.patient)
            try await condition(on: name.patient)
            let found: AuditRecord? =
                switch name.place {
                case .access(let number): try line(number, of: name.patient).map(AuditRecord.access)
                case .ledger(let number, let time) where type == "AuditEvent":
                    try await entry(number, at: time, of: name.patient).map(AuditRecord.ledger)
                case .ledger: nil
                }
            guard let found else { throw .notFound }
            return found
        } shown: { event, _ in
            event.count = 1
        }
    }

    private func line(_ number: Int64, of patient: PatientID) throws(RecordError) -> AccessRecord? {
        service.accessLog.flush(practice)
        let reader = AccessReader(directory: service.accessLog.directory, practice: practice, patient: patient)
        return try RecordError.mapping { try reader.record(number: number) }
    }

    private func entry(
        _ number: Int64, at time: Timestamp, of patient: PatientID
    ) async throws(RecordError) -> HistoryItem? {
        var search = AuditSearch(
            session: self, patient: patient, start: time, end: time, count: RecordLimits.maximumPage, place: .ledger(0))
        try await search.readLedger { record in
            if case .ledger(let item) = record { item.number == number } else { false }
        }
        guard case .ledger(let item)? = search.records.first else { return nil }
        return item
    }
}
