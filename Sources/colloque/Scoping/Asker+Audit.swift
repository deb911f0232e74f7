import JSONTree
import Response
import Vocabulary

extension Asker {
    /// Why a patient's AuditEvents were not shown.
    struct AuditRefusal: Error {
        let status: Int
        let code: String
    }

    /// Most pages of one patient's AuditEvents.
    private static let maximumPages = 10_000

    /// A patient's AuditEvents between two moments, from both logs, page by page. Throws an ``AuditRefusal`` for what the server
    /// refused.
    mutating func events(
        of patient: PatientID, from: Timestamp, through: Timestamp, each body: (AuditedEvent) -> Void
    ) async throws {
        // The search takes whole seconds; what lies beyond is left out here.
        let end = through.adding(seconds: 1)
        var path: String? =
            "/fhir/AuditEvent?patient=\(patient)&date=ge\(from.instant)&date=le\(end.instant)&_count=200"
        for _ in 0..<Asker.maximumPages {
            guard let page = path else { return }
            let answer = try await get(page)
            guard answer.status == 200, let bundle = answer.json else {
                throw AuditRefusal(status: answer.status, code: Asker.code(answer))
            }
            let events = (bundle["entry"]?.array ?? []).compactMap { $0["resource"].flatMap(AuditedEvent.init) }
            events.filter { $0.time >= from && $0.time <= through && $0.patient == patient }.forEach(body)
            path = try next(bundle)
        }
        throw AuditRefusal(status: 413, code: "too-many-pages")
    }
}
