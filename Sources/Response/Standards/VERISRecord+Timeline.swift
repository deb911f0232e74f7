import JSONTree
import Vocabulary

extension VERISRecord {
    /// The schema asks for a year: where the beginning is not known it is that of the discovery, and the notes say so.
    static func timeline(_ times: IncidentSummary.Times) -> JSONValue {
        let start = times.began ?? times.discovered ?? times.written
        let date = CivilDate(days: Int(start.day)).components
        return [
            "incident": [
                "year": .number(JSONNumber(Int64(date.year))), "month": .number(JSONNumber(Int64(date.month))),
                "day": .number(JSONNumber(Int64(date.day))),
            ],
            "discovery": duration(times.began, times.discovered),
            "containment": duration(times.discovered, times.contained),
        ]
    }

    static func timelineNotes(_ times: IncidentSummary.Times) -> String? {
        var notes: [String] = []
        if times.began == nil {
            let stand = times.discovered == nil ? "writing" : "discovery"
            notes.append("When it began is not known: the date of the timeline is that of the \(stand).")
        }
        if let began = times.began, let discovered = times.discovered, discovered < began {
            notes.append("The evidence contradicts itself: discovered before it began.")
        }
        if let reported = times.reported { notes.append("Reported to an authority at \(reported.instant).") }
        return notes.isEmpty ? nil : notes.joined(separator: " ")
    }

    /// The time between two moments in whole units, rounded down; unknown where one is missing or they contradict.
    private static func duration(_ from: Timestamp?, _ to: Timestamp?) -> JSONValue {
        guard let from, let to, from <= to else { return ["unit": "Unknown"] }
        let seconds = (to.milliseconds - from.milliseconds) / 1_000
        let units: [(name: String, seconds: Int64)] = [("Days", 86_400), ("Hours", 3_600), ("Minutes", 60)]
        let unit = units.first { seconds >= $0.seconds } ?? ("Seconds", 1)
        return ["unit": .string(unit.name), "value": .number(JSONNumber(seconds / unit.seconds))]
    }
}
