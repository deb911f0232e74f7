import Store
import Vocabulary

extension RecordSession {
    /// Days that one question may cover.
    public static let maximumAuditDays = 366

    /// What was done with a patient's record between two moments, from this gateway's access log (IHE ITI-81).
    ///
    /// For whoever may see the patient's care; it costs an identity opening, and is itself logged. Throws `invalid` for a period that
    /// is longer than ``maximumAuditDays`` or ends before it begins, `page`, and as ``list(patient:types:count:page:)``.
    ///
    /// - Parameter isWanted: which lines; part of `query`, which a page belongs to.
    public func accesses(
        to patient: PatientID, as type: String = "AuditEvent", from start: Timestamp, through end: Timestamp,
        query: [String] = [], count: Int = 50,
        page: String? = nil, where isWanted: @Sendable (AccessRecord) -> Bool = { _ in true }
    ) async throws(RecordError) -> AccessPage {
        try await logged(AccessEvent(operation: .audit, patient: patient)) { () throws(RecordError) in
            guard info.readable.contains(.medical) else { throw .forbidden }
            try require(.search, type, of: patient)
            let (first, last) = (PracticeCalendar.day(of: start), PracticeCalendar.day(of: end))
            guard (0...RecordSession.maximumAuditDays).contains(last.days - first.days) else {
                throw .invalid([RecordIssue("period", "date")])
            }
            try await condition(on: patient)
            let count = min(max(count, 1), RecordLimits.maximumPage)
            let asked = PageQuery(
                "audit", [patient.description, String(start.milliseconds), String(end.milliseconds)] + query,
                count: count)
            let place = try page.map { text throws(RecordError) in
                guard let place = AccessPlace(try self.open(text, of: asked)) else { throw .page }
                return place
            }
            service.accessLog.flush(practice)
            let reader = AccessReader(directory: service.accessLog.directory, practice: practice, patient: patient)
            let found = try RecordError.mapping {
                try reader.records(from: place ?? AccessPlace(day: first), through: last, limit: count) {
                    $0.time >= start && $0.time <= end && isWanted($0)
                }
            }
            return AccessPage(
                records: found.records,
                next: try found.next.map { next throws(RecordError) in try seal(next.text, of: asked) })
        } shown: { event, page in
            event.count = page.records.count
        }
    }
}
