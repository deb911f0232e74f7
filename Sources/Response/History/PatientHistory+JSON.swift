import JSONTree

extension PatientHistory {
    /// The page's data: `{"language","entries":[{"day","when","text","what","why","source"}],"summary":{…}}`.
    public var json: JSONValue {
        [
            "language": .string(language.rawValue), "entries": .array(entries.map(\.json)),
            "summary": [
                "text": .string(summary), "people": .of(counts.people), "emergencies": .of(counts.emergencies),
                "not_shown": .of(counts.unshown), "refused": .of(counts.refused), "unknown": .of(counts.unknown),
            ],
        ]
    }

    /// The page as lines.
    public var lines: [String] {
        [summary]
            + entries.flatMap { entry in
                ["", "\(entry.when) – \(entry.text)"] + entry.what.map { "  - \($0)" }
                    + [entry.why, entry.source].compactMap { $0.map { "  \($0)" } }
            }
    }
}

extension PatientHistory.Entry {
    fileprivate var json: JSONValue {
        [
            "day": .string(day), "when": .string(when), "text": .string(text),
            "what": .array(what.map(JSONValue.string)),
            "why": why.map(JSONValue.string) ?? .null, "source": .string(source),
        ]
    }
}

extension JSONValue {
    fileprivate static func of(_ number: Int) -> JSONValue { .number(JSONNumber(Int64(number))) }
}
