import BrokerAPI
import Vocabulary

/// One page of a patient's access history while it is gathered: first from the access log, then from the ledger.
struct AuditSearch {
    let session: RecordSession
    let patient: PatientID
    let start: Timestamp
    let end: Timestamp
    /// Most records.
    let count: Int
    /// Where it goes on.
    var place: AuditPlace
    private(set) var records: [AuditRecord] = []
    /// Where the next page begins, if there is one.
    private(set) var next: AuditPlace?

    /// Most questions to the broker for one page: each looks at so many entries, whatever it finds.
    private static let maximumCalls = 8

    init(
        session: RecordSession, patient: PatientID, start: Timestamp, end: Timestamp, count: Int, place: AuditPlace
    ) {
        (self.session, self.patient, self.start, self.end) = (session, patient, start, end)
        (self.count, self.place) = (count, place)
    }

    /// Takes lines of the access log, if the page begins there. The next place is set when it is not at its end.
    mutating func readAccessLog(_ isWanted: @Sendable (AuditRecord) -> Bool) throws(RecordError) {
        guard case .access(let place, let until) = place else { return }
        let log = session.service.accessLog
        log.flush(session.practice)
        let reader = AccessReader(directory: log.directory, practice: session.practice, patient: patient)
        let found = try RecordError.mapping {
            try reader.records(from: place, through: PracticeCalendar.day(of: end), limit: count) {
                $0.time >= start && $0.time <= min(end, until) && isWanted(.access($0))
            }
        }
        records += found.records.map(AuditRecord.access)
        next = found.next.map { .access($0, until: until) }
    }

    /// Takes entries of the ledger, unless the access log is not at its end or has filled the page.
    mutating func readLedger(_ isWanted: @Sendable (AuditRecord) -> Bool) async throws(RecordError) {
        guard next == nil else { return }
        var cursor: UInt64? = if case .ledger(let cursor) = place { cursor } else { 0 }
        var calls = 0
        while let from = cursor, records.count < count, calls < AuditSearch.maximumCalls {
            let page = try await entries(from: from)
            records += page.items.map(AuditRecord.ledger).filter(isWanted)
            cursor = page.next
            calls += 1
        }
        next = cursor.map(AuditPlace.ledger)
    }

    private func entries(from cursor: UInt64) async throws(RecordError) -> (items: [HistoryItem], next: UInt64?) {
        let limit = min(count - records.count, HistoryRequest.maximumItems)
        let request = HistoryRequest(
            token: session.token, proof: session.proofBytes, patient: patient, from: start, through: end,
            cursor: cursor,
            limit: UInt32(limit))
        let answer = try await RecordError.mapping { try await session.service.broker.history(request) }
        switch answer {
        case .page(let items, let next): return (items, next)
        case .refused(let reason, let seconds):
            throw RecordError(HeldKeys.Refusal(reason: reason, retryAfter: seconds))
        }
    }
}
