import JSONTree
import Vocabulary

extension Bounds {
    /// `{"lower","upper","reasons"}`; no upper member where nobody can say.
    var json: JSONValue {
        var members: [JSONObject.Member] = [.init(key: "lower", value: .number(JSONNumber(lower)))]
        if let upper { members.append(.init(key: "upper", value: .number(JSONNumber(upper)))) }
        if !reasons.isEmpty {
            members.append(.init(key: "reasons", value: .array(reasons.map { .string($0.rawValue) })))
        }
        return .object(JSONObject(members))
    }
}

extension TierScope {
    /// The tier's counts; moments in milliseconds.
    var json: JSONValue {
        var members: [JSONObject.Member] = [
            .init(key: "people", value: people.json), .init(key: "read", value: read.json),
            .init(key: "dormant", value: .number(JSONNumber(dormant))),
            .init(key: "after_containment", value: .number(JSONNumber(afterContainment))),
            .init(key: "releases", value: .number(JSONNumber(releases))),
        ]
        for (key, moment) in [("first", first), ("last", last)] {
            if let moment { members.append(.init(key: key, value: .number(JSONNumber(moment.milliseconds)))) }
        }
        return .object(JSONObject(members))
    }
}

extension PracticeScope {
    /// The practice's counts: what results and certificates say, in one form.
    var json: JSONValue {
        [
            "practice": .string(practice.description), "people": people.json, "minors": minors.json,
            "tiers": .object(JSONObject(tiers.map { .init(key: $0.tier.word, value: $0.json) })),
            "own_resources": .number(JSONNumber(ownResources)), "erased": .number(JSONNumber(erased)),
            "holders": .array(holders.map(\.json)),
        ]
    }
}

extension HolderReleases {
    /// `{"member" or "client","releases"}`.
    var json: JSONValue {
        let kind = if case .member = holder { "member" } else { "client" }
        return .object(
            JSONObject([
                .init(key: kind, value: .string(holder.idText)),
                .init(key: "releases", value: .number(JSONNumber(releases))),
            ]))
    }
}
