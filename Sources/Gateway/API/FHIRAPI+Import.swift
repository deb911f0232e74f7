import JSONTree
import Records

extension FHIRAPI {
    /// `POST /fhir/$import`: answers an outcome for each entry, in order, and what each source reference became:
    /// `{"groups":[[{"outcome":"stored","reference":"Observation/<id>","notes":[…]}, …]],"map":{"Patient/17":"Patient/<id>"}}`.
    /// An outcome is `stored`, `unchanged` or `refused`; the last has `code` and `location`, and no value.
    func importGroups(_ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        let body = try ImportBody(call.body)
        let outcomes = try await session.importGroups(body.groups, known: body.known)
        var map: [JSONObject.Member] = []
        for (entry, outcome) in zip(body.groups.joined(), outcomes.joined()) {
            guard let reference = outcome.reference else { continue }
            map += entry.names.map { JSONObject.Member(key: $0, value: .string(reference)) }
        }
        let groups = outcomes.map { JSONValue.array($0.map(\.json)) }
        return Answer(
            .ok, ["groups": .array(groups), "map": .object(JSONObject(map))], contentType: "application/json")
    }
}

extension ImportOutcome {
    /// Our reference, unless it was refused.
    fileprivate var reference: String? {
        switch self {
        case .stored(let reference, _), .unchanged(let reference): reference
        case .refused: nil
        }
    }

    fileprivate var json: JSONValue {
        switch self {
        case .stored(let reference, let notes):
            ["outcome": "stored", "reference": .string(reference), "notes": .array(notes.map(JSONValue.string))]
        case .unchanged(let reference): ["outcome": "unchanged", "reference": .string(reference)]
        case .refused(let issue):
            ["outcome": "refused", "code": .string(issue.code), "location": .string(issue.location)]
        }
    }
}
