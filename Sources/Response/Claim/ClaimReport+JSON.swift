import JSONTree
import Vocabulary

extension ClaimReport {
    /// What every report says beside its numbers.
    public static let notes = [
        "Shares are shares of what was asked, not of all that leaked.",
        "Each person was looked for once, by the best of NIR, e-mail, telephone, and family name with birth date: who is"
            + " written otherwise in the record is counted as not ours.",
        "Released means that a key left the broker; what was read of it is in the access log.",
    ]

    /// The report as one object; moments in milliseconds.
    public var json: JSONValue {
        var members: [(String, JSONValue)] = [
            ("format", .string(sample.format.rawValue)), ("query", query.json),
            ("columns", .array(sample.columns.sorted().map { .string($0.rawValue) })),
            ("rows", .of(sample.count)), ("damaged", .array(sample.damaged.prefix(1_000).map { .of($0) })),
            ("damaged_rows", .of(sample.damaged.count)), ("cut_short", .bool(sample.isCutShort)),
            ("people", .of(answers.count)), ("duplicates", .of(sample.rows.count - answers.count)),
            ("drawn", .of(drawn)), ("asked", .of(asked)),
            ("ours", ours.json(patients: patients.count)), ("not_ours", notOurs.json()),
            ("unknown", .array(unknown.map { $0.count.json(reason: $0.reason) })),
            ("released", releasedJSON), ("shares", sharesJSON),
        ]
        if let stop { members.append(("stopped", ["row": .of(stop.row), "code": .string(stop.code)])) }
        members.append(("notes", .array(ClaimReport.notes.map(JSONValue.string))))
        members.append(("answers", .array(answers.map(\.json))))
        return .object(JSONObject(members.map { .init(key: $0, value: $1) }))
    }

    /// How many people the server answered for.
    public var asked: Int {
        let unasked: Set<UnknownReason> = [.noSearch, .notDrawn, .limit]
        return answers.count { if case .unknown(let reason) = $0.outcome { !unasked.contains(reason) } else { true } }
    }

    private var releasedJSON: JSONValue {
        let all = releases
        let byHolder = patientsByHolder
        let holders = all.holders.sorted { $0.key < $1.key }.map { id, own -> JSONValue in
            [
                "holder": .string(id), "patients": .number(JSONNumber(byHolder[id] ?? 0)),
                "releases": .number(JSONNumber(own.releases)), "first": .of(own.first), "last": .of(own.last),
            ]
        }
        var object = JSONObject([
            "patients": .number(JSONNumber(released)), "unknown": .number(JSONNumber(releasesUnknown)),
            "releases": .number(JSONNumber(all.count)),
            "tiers": .array(all.tiers.tiers.map { .string($0.word) }), "holders": .array(holders),
        ])
        if let first = all.first, let last = all.last { (object["first"], object["last"]) = (.of(first), .of(last)) }
        return .object(object)
    }

    /// Each as a part and what it is a part of.
    private var sharesJSON: JSONValue {
        [
            "ours_of_asked": ["part": .number(JSONNumber(ours.people)), "of": .of(asked)],
            "released_of_ours": ["part": .number(JSONNumber(released)), "of": .of(patients.count)],
            "released_of_incident": ["part": .number(JSONNumber(released)), "of": incident.json],
        ]
    }
}

extension ClaimReport.Answer {
    /// Rows, outcome, and ids of ours.
    var json: JSONValue {
        var object = JSONObject(["row": .of(person.number), "rows": .array(person.rows.map { .of($0) })])
        if let search = person.search { object["by"] = .string(search.key.rawValue) }
        object["outcome"] = .string(outcome.word)
        if case .unknown(let reason) = outcome { object["reason"] = .string(reason.rawValue) }
        if case .ours(let patients) = outcome { object["patients"] = .array(patients.map(\.json)) }
        return .object(object)
    }
}

extension ClaimOutcome {
    /// The word that reports say.
    var word: String {
        switch self {
        case .ours: "ours"
        case .notOurs: "not-ours"
        case .unknown: "unknown"
        }
    }
}

extension ClaimedPatient {
    /// The id, and what was released or why that is not known.
    var json: JSONValue {
        var object = JSONObject(["patient": .string(id.description)])
        switch releases {
        case .failure(let reason): object["releases_unknown"] = .string(reason.rawValue)
        case .success(let releases):
            object["releases"] = .number(JSONNumber(releases.count))
            if let first = releases.first, let last = releases.last {
                object["tiers"] = .array(releases.tiers.tiers.map { .string($0.word) })
                object["holders"] = .array(releases.holders.keys.sorted().map(JSONValue.string))
                (object["first"], object["last"]) = (.of(first), .of(last))
            }
        }
        return .object(object)
    }
}

extension ClaimReport.Count {
    fileprivate func json(patients: Int? = nil, reason: UnknownReason? = nil) -> JSONValue {
        var object = JSONObject()
        if let reason { object["reason"] = .string(reason.rawValue) }
        object["people"] = .number(JSONNumber(people))
        object["rows"] = .number(JSONNumber(rows))
        if let patients { object["patients"] = .of(patients) }
        return .object(object)
    }
}

extension JSONValue {
    fileprivate static func of(_ number: Int) -> JSONValue { .number(JSONNumber(Int64(number))) }
    fileprivate static func of(_ moment: Timestamp) -> JSONValue { .number(JSONNumber(moment.milliseconds)) }
}

extension JSONObject {
    /// An object of members in their order.
    fileprivate init(_ members: KeyValuePairs<String, JSONValue>) {
        self.init(members.map { Member(key: $0.key, value: $0.value) })
    }
}
