import FHIR
import Records
import Vocabulary

/// The bounds of a search in the access log: `ge` or `gt`, and `le` or `lt`, each once.
struct AuditPeriod: Equatable {
    let start: Timestamp
    let end: Timestamp

    /// Nil unless both bounds are there and are whole days or instants.
    init?(_ dates: [String]) {
        guard dates.count == 2 else { return nil }
        let lower = dates.filter { $0.hasPrefix("ge") || $0.hasPrefix("gt") }
        let upper = dates.filter { $0.hasPrefix("le") || $0.hasPrefix("lt") }
        guard lower.count == 1, upper.count == 1, let start = AuditPeriod.moment(lower[0], "T00:00:00.000Z"),
            let end = AuditPeriod.moment(upper[0], "T23:59:59.999Z"), start <= end
        else { return nil }
        self.start = start
        self.end = end
    }

    private static func moment(_ text: String, _ time: String) -> Timestamp? {
        let date = text.dropFirst(2)
        return Timestamp(instant: date.utf8.count == 10 ? date + time : String(date))
    }
}
