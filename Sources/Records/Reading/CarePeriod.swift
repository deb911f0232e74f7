import FHIR
import JSONTree
import Vocabulary

/// Which part of a record is wanted (R4, Patient, `$everything`): care within a period, changes since a moment.
public struct CarePeriod: Sendable, Hashable {
    private let start: String
    private let end: String
    private let since: Timestamp?

    /// All of it.
    public init() {
        start = ""
        end = ""
        since = nil
    }

    /// Takes FHIR dates; nil for texts that are none. A date stands for its whole year, month or day.
    public init?(start: String?, end: String?, since: String?) {
        guard [start, end].allSatisfy({ $0.map(MomentText.isDateTime) ?? true }) else { return nil }
        let moment = since.flatMap { Timestamp(instant: $0) }
        guard since == nil || moment != nil else { return nil }
        self.start = start ?? ""
        self.end = end ?? ""
        self.since = moment
    }

    /// For a page's digest.
    var text: String { "\(start)|\(end)|\(since?.milliseconds ?? 0)" }

    /// Whether a version was made since the moment.
    func allows(lastUpdated: Timestamp) -> Bool { since.map { lastUpdated > $0 } ?? true }

    /// Whether a resource tells of care within the period. What tells no date is always wanted.
    func allows(_ record: Record) -> Bool {
        guard !start.isEmpty || !end.isEmpty, let resource = record.resource else { return true }
        let dates = ClinicalDate.all(in: resource)
        guard let first = dates.min(), let last = dates.max() else { return true }
        return (start.isEmpty || day(last) >= start.prefix(10)) && (end.isEmpty || covers(first))
    }

    /// The day as far as the start is told, so that a year begins with its first day.
    private func day(_ date: Timestamp) -> Substring { date.instant.prefix(min(10, start.utf8.count)) }

    /// Whether a moment is not after the end, which stands for all of its day, month or year.
    private func covers(_ date: Timestamp) -> Bool {
        let count = min(10, end.utf8.count)
        return date.instant.prefix(count) <= end.prefix(count)
    }
}
