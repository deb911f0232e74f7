import JSONTree
import Vocabulary

extension ScopeResult {
    /// The result for other programs: counts and ids, no subject.
    public var json: JSONValue {
        [
            "query": query.json,
            "ledger": [
                "origin": .string(checkpoint.checkpoint.origin),
                "size": .number(JSONNumber(Int64(clamping: checkpoint.size))),
                "verified": .number(JSONNumber(Int64(clamping: size))), "whole": .bool(isWhole),
                "problems": .array(problems.map { .string("\($0)") }),
            ],
            "people": people.json,
            "tiers": .object(
                JSONObject(Tier.allCases.map { .init(key: $0.word, value: people(in: $0).json) })),
            "practices": .array(practices.map(\.json)),
        ]
    }
}
