import JSONTree
import Vocabulary

/// When something happened to a patient, as far as a resource says.
enum ClinicalDate {
    private static let moments: Set = [
        "effectiveDateTime", "effectiveInstant", "performedDateTime", "occurrenceDateTime", "onsetDateTime",
        "authoredOn",
        "recordedDate", "issued", "date", "started", "start",
    ]
    private static let periods: Set = ["period", "effectivePeriod", "performedPeriod", "occurrencePeriod"]

    /// The moments that a resource tells of what it is about.
    static func all(in resource: JSONValue) -> [Timestamp] {
        (resource.object?.members ?? []).flatMap { member -> [Timestamp] in
            switch member.value {
            case .string(let text) where moments.contains(member.key): return [Timestamp(fhir: text)].compactMap(\.self)
            case .object(let period) where periods.contains(member.key):
                return [period["start"], period["end"]].compactMap { $0?.string.flatMap { Timestamp(fhir: $0) } }
            default: return []
            }
        }
    }

    /// The latest clinical moment of a resource that is not after `now`; nil when it has none.
    static func latest(in resource: JSONValue, now: Timestamp) -> Timestamp? {
        guard let members = resource.object?.members else { return nil }
        var latest: Timestamp?
        for member in members {
            switch member.value {
            case .string(let text) where moments.contains(member.key):
                latest = later(latest, text, now)
            case .object(let period) where periods.contains(member.key):
                for end in [period["start"], period["end"]] { latest = later(latest, end?.string, now) }
            default: break
            }
        }
        return latest
    }

    private static func later(_ latest: Timestamp?, _ text: String?, _ now: Timestamp) -> Timestamp? {
        guard let moment = text.flatMap({ Timestamp(fhir: $0) }), moment <= now else { return latest }
        return latest.map { max($0, moment) } ?? moment
    }
}
