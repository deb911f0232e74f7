import JSONTree
import Vocabulary

/// When something happened to a patient, as far as a resource says.
enum ClinicalDate {
    private static let moments = [
        "effectiveDateTime", "effectiveInstant", "performedDateTime", "occurrenceDateTime", "onsetDateTime",
        "authoredOn",
        "recordedDate", "issued", "date", "started", "start",
    ]
    private static let periods = ["period", "effectivePeriod", "performedPeriod", "occurrencePeriod"]

    /// The latest clinical moment of a resource that is not after `now`; nil when it has none.
    static func latest(in resource: JSONValue, now: Timestamp) -> Timestamp? {
        let ends = periods.compactMap { resource[$0] }.flatMap { [$0["start"], $0["end"]] }
        let texts = (moments.map { resource[$0] } + ends).compactMap { $0?.string }
        return texts.compactMap { Timestamp(fhir: $0) }.filter { $0 <= now }.max()
    }
}
